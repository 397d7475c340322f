using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GuidanceFlow.Definitions;

namespace GuidanceFlow.Compilation;

/// <summary>The hash of parts in order: 128 bits of SHA-256, as 32 hexadecimal digits. Each part is written with its length, so that no two different lists of parts give the same bytes.</summary>
internal sealed class PartsHash : IDisposable
{
    private const int PieceLength = 1 << 14;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> _piece = new(2 * PieceLength);

    /// <summary>The hash of a flow together with those it runs.</summary>
    /// <param name="own">The flow's own hash.</param>
    /// <param name="others">The others' hashes, by id.</param>
    public static string Closure(string own, IEnumerable<KeyValuePair<string, string>> others)
    {
        using var parts = new PartsHash();
        parts.Add(own);
        foreach ((string id, string hash) in others.OrderBy(other => other.Key, StringComparer.Ordinal))
        {
            parts.Add(id, hash);
        }

        return parts.Finish();
    }

    public void Dispose() => _hash.Dispose();

    /// <summary>Adds parts; null is a part of its own.</summary>
    public void Add(params ReadOnlySpan<string?> parts)
    {
        foreach (string? part in parts)
        {
            if (part is null)
            {
                _piece.Write("~"u8);
                continue;
            }

            part.Length.TryFormat(_piece.GetSpan(16), out int digits, default, CultureInfo.InvariantCulture);
            _piece.Advance(digits);
            _piece.Write(":"u8);
            Encoding.UTF8.GetBytes(part, _piece);
            if (_piece.WrittenCount >= PieceLength)
            {
                AppendPiece();
            }
        }
    }

    /// <summary>Adds a list with its length.</summary>
    public void AddAll(EquatableArray<string> list)
    {
        Add(list.Count.ToString(CultureInfo.InvariantCulture));
        foreach (string part in list)
        {
            Add(part);
        }
    }

    /// <summary>The hash of all that was added.</summary>
    public string Finish()
    {
        AppendPiece();
        return Convert.ToHexStringLower(_hash.GetHashAndReset().AsSpan(0, 16));
    }

    // Hashing in large pieces takes a fraction of the time of hashing word by word.
    private void AppendPiece()
    {
        _hash.AppendData(_piece.WrittenSpan);
        _piece.ResetWrittenCount();
    }
}
