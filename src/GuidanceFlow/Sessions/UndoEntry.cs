using System.Globalization;
using System.Text;
using System.Text.Json;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Sessions;

/// <summary>How to take one answer back, behind those before it. Immutable.</summary>
/// <param name="older">The entry before; null for none.</param>
/// <param name="plain">How many plain answers were given between the two; see <see cref="UndoLog"/>.</param>
internal abstract class UndoEntry(UndoEntry? older, int plain)
{
    public UndoEntry? Older { get; } = older;

    public int Plain { get; } = plain;

    /// <summary>How many answers it and those before it take back.</summary>
    public int Count { get; private protected init; } = 1 + plain + (older?.Count ?? 0);

    /// <summary>The same behind other entries.</summary>
    public abstract UndoEntry Behind(UndoEntry? older, int plain);
}

/// <summary>An answer that changed at most its question's earlier answer and the datum it saves.</summary>
/// <param name="older">The entry before.</param>
/// <param name="plain">How many plain answers were given between the two.</param>
/// <param name="datum">The datum as it was; null for its default.</param>
/// <param name="index">Where the earlier answer stood in the list of answers; −1 for none.</param>
/// <param name="answer">The earlier answer.</param>
internal sealed class SimpleUndo(UndoEntry? older, int plain, Value datum, int index, Value answer) : UndoEntry(older, plain)
{
    public Value Datum => datum;

    public int Index => index;

    public Value Answer => answer;

    public override UndoEntry Behind(UndoEntry? older, int plain) => new SimpleUndo(older, plain, datum, index, answer);
}

/// <summary>An answer that changed more.</summary>
internal sealed class DeltaUndo(UndoEntry? older, int plain, UndoDelta delta) : UndoEntry(older, plain)
{
    public UndoDelta Delta => delta;

    public override UndoEntry Behind(UndoEntry? older, int plain) => new DeltaUndo(older, plain, delta);
}

/// <summary>An answer that led into another flow or out of one.</summary>
internal sealed class StateUndo(UndoEntry? older, int plain, UndoneState state) : UndoEntry(older, plain)
{
    public UndoneState State => state;

    public override UndoEntry Behind(UndoEntry? older, int plain) => new StateUndo(older, plain, state);
}

/// <summary>Simple entries as a snapshot has them, which are only read when one of them is taken back: most never are.</summary>
internal sealed class StoredUndo : UndoEntry
{
    /// <param name="json">The entries, the latest first, with commas between them.</param>
    /// <param name="count">How many answers they take back.</param>
    public StoredUndo(byte[] json, int count)
        : base(older: null, plain: 0)
    {
        Json = json;
        Count = count;
    }

    public byte[] Json { get; }

    public override UndoEntry Behind(UndoEntry? older, int plain) => throw new InvalidOperationException("Stored entries are the oldest ones.");

    /// <summary>The latest ones of them.</summary>
    /// <param name="count">How many answers they are to take back: at least one, and no more than these.</param>
    public StoredUndo Take(int count)
    {
        var reader = new Utf8JsonReader((byte[])[(byte)'[', .. Json, (byte)']']);
        reader.Read();
        int left = count;
        int end = 0;
        int plain = 0;
        while (left > 0 && reader.Read())
        {
            int start = (int)reader.TokenStartIndex;
            if (reader.TokenType == JsonTokenType.Number)
            {
                plain = Math.Min(reader.GetInt32(), left);
                left -= plain;
                end = start;
                continue;
            }

            reader.Skip();
            left--;
            end = (int)reader.BytesConsumed;
            plain = 0;
        }

        // The bracket in front moves all places by one; where a number of plain answers is the last, it may have become smaller.
        return plain > 0
            ? new StoredUndo([.. Json.AsSpan(0, end - 1), .. Encoding.ASCII.GetBytes(plain.ToString(CultureInfo.InvariantCulture))], count)
            : new StoredUndo(Json.AsSpan(0, end - 1).ToArray(), count);
    }
}
