namespace ToyGuard.Core.Records;

/// <summary>How far a walk through the records has come.</summary>
public sealed class RecordCursor
{
}
