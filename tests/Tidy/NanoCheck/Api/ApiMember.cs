namespace ToyGuard.NanoCheck.Api;

/// <summary>One line of a listing: a member's documentation ID and its signature as C# shows it.</summary>
public sealed class ApiMember
{
    /// <summary>A member as its line in a listing says it.</summary>
    public ApiMember(string id, string signature)
    {
        Id = id;
        Signature = signature;
    }

    /// <summary>The documentation ID, as in M:System.String.Trim.</summary>
    public string Id { get; }

    /// <summary>The signature, with the full name of its type before the member's own name.</summary>
    public string Signature { get; }

    /// <summary>M, P, F or E.</summary>
    public char Kind => Id[0];

    /// <summary>True for the get, set, add or remove line that a property's or an event's own line already says.</summary>
    public bool IsAccessor => Kind == 'M' && (Name.StartsWith("get_", System.StringComparison.Ordinal)
        || Name.StartsWith("set_", System.StringComparison.Ordinal)
        || Name.StartsWith("add_", System.StringComparison.Ordinal)
        || Name.StartsWith("remove_", System.StringComparison.Ordinal));

    /// <summary>The documentation ID of the type that has this member, without its T:.</summary>
    public string TypeName
    {
        get
        {
            string name = Id[2..ParametersStart];
            return name[..name.LastIndexOf('.')];
        }
    }

    /// <summary>The member's own name, as in Trim, #ctor or op_Equality.</summary>
    public string Name
    {
        get
        {
            string name = Id[2..ParametersStart];
            return name[(name.LastIndexOf('.') + 1)..];
        }
    }

    /// <summary>The member's name and parameter types: what an interface member and the public member that fulfils it share.</summary>
    public string Tail => Kind + Name + Id[ParametersStart..];

    private int ParametersStart
    {
        get
        {
            int bracket = Id.IndexOf('(');
            return bracket < 0 ? Id.Length : bracket;
        }
    }
}
