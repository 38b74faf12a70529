using System;

namespace ToyGuard.NanoCheck;

/// <summary>One thing the device could not take: where, which rule, and what to use instead.</summary>
public sealed record Finding(string File, int Line, int Column, string Id, string Message) : IComparable<Finding>
{
    /// <summary>Where, as build tools read it: file(line,column).</summary>
    public string Place => Line == 0 ? File : File + "(" + Line + "," + Column + ")";

    /// <summary>The form that build tools read: file(line,column): error ID: message.</summary>
    public override string ToString()
    {
        return Place + ": error " + Id + ": " + Message;
    }

    /// <summary>By file, then by place in it.</summary>
    public int CompareTo(Finding? other)
    {
        if (other is null)
        {
            return 1;
        }

        int order = string.CompareOrdinal(File, other.File);
        order = order != 0 ? order : Line.CompareTo(other.Line);
        order = order != 0 ? order : Column.CompareTo(other.Column);
        return order != 0 ? order : string.CompareOrdinal(Id, other.Id);
    }
}
