using System;

using ToyGuard.Core.Data;
using ToyGuard.Wire.Json;

namespace ToyGuard.Guard.Export;

/// <summary>Writes one page of an export, and refuses every field that the data list does not have (DEF-06, INFO-06).</summary>
/// <remarks>
/// A page is one JSON object: "page" with its kind, then fields that are called as the rows of <see cref="DataList"/> are. A field is a value or a list;
/// what stands in a list belongs to its row. A field that is no row, or that no export may have, is our own mistake and throws.
/// </remarks>
public sealed class DataWriter
{
    private readonly JsonWriter _json;
    private bool _isInList;

    /// <summary>Writes into <paramref name="json"/>, where a value may stand.</summary>
    public DataWriter(JsonWriter json)
    {
        _json = json ?? throw new ArgumentNullException(nameof(json));
    }

    /// <summary>True when the page did not fit.</summary>
    public bool IsFull
    {
        get { return _json.IsFull; }
    }

    /// <summary>Begins a page of that kind.</summary>
    public void BeginPage(string kind)
    {
        _json.BeginObject();
        _json.Name("page");
        _json.Text(kind);
    }

    /// <summary>Ends the page.</summary>
    public void EndPage()
    {
        _json.EndObject();
    }

    /// <summary>A field that is a text.</summary>
    public void Field(string row, string value)
    {
        Name(row);
        _json.Text(value);
    }

    /// <summary>A field that is a whole number.</summary>
    public void Field(string row, long value)
    {
        Name(row);
        _json.Number(value);
    }

    /// <summary>A field that is a yes or a no.</summary>
    public void Field(string row, bool value)
    {
        Name(row);
        _json.Bool(value);
    }

    /// <summary>A field that is a pause: a no, a yes, or the minute that it ends in.</summary>
    public void Pause(string row, bool isPaused, int untilMinute)
    {
        if (isPaused && untilMinute > 0)
        {
            Field(row, untilMinute);
        }
        else
        {
            Field(row, isPaused);
        }
    }

    /// <summary>Begins a field that is a list.</summary>
    public void BeginList(string row)
    {
        Name(row);
        _json.BeginArray();
        _isInList = true;
    }

    /// <summary>Ends it.</summary>
    public void EndList()
    {
        _isInList = false;
        _json.EndArray();
    }

    /// <summary>Begins an item of the list that has parts with names.</summary>
    public void BeginItem()
    {
        Inside();
        _json.BeginObject();
    }

    /// <summary>Ends it.</summary>
    public void EndItem()
    {
        _json.EndObject();
    }

    /// <summary>A part of an item.</summary>
    public void Part(string name, string value)
    {
        Inside();
        _json.Name(name);
        _json.Text(value);
    }

    /// <summary>A part of an item.</summary>
    public void Part(string name, long value)
    {
        Inside();
        _json.Name(name);
        _json.Number(value);
    }

    /// <summary>An item of the list that is a number.</summary>
    public void Item(long value)
    {
        Inside();
        _json.Number(value);
    }

    /// <summary>An item of the list that is a text.</summary>
    public void Item(string value)
    {
        Inside();
        _json.Text(value);
    }

    /// <summary>An item of the list that is two numbers.</summary>
    public void Pair(long first, long second)
    {
        Inside();
        _json.BeginArray();
        _json.Number(first);
        _json.Number(second);
        _json.EndArray();
    }

    /// <summary>Names the rows that are in no export, since they hold keys.</summary>
    internal void LeftOut()
    {
        _json.Name("left-out");
        _json.BeginArray();

        for (int number = 1; number <= DataList.Count; number++)
        {
            DataField row = DataList.At(number)!;

            if (!row.IsExported && row.Place != DataPlace.Sent)
            {
                _json.Text(row.Id);
            }
        }

        _json.EndArray();
    }

    /// <summary>Begins the list of records, each of which says which row it belongs to.</summary>
    internal void BeginRecords()
    {
        _json.Name("records");
        _json.BeginArray();
        _isInList = true;
    }

    private void Name(string row)
    {
        DataField? listed = DataList.Find(row);

        if (listed is null || !listed.IsExported || _isInList)
        {
            throw new ArgumentException("The data list has no such row to export.", nameof(row));
        }

        _json.Name(row);
    }

    private void Inside()
    {
        if (!_isInList)
        {
            throw new InvalidOperationException("Only within a row of the data list.");
        }
    }
}
