using GuidanceFlow.Sessions;

namespace GuidanceFlow.Tests.Sessions;

/// <summary>A store in front of another whose n-th call fails, either before it does anything or after it did everything.</summary>
internal sealed class FaultyStore(ISessionStore store) : StoreBehind(store)
{
    private int _calls;

    /// <summary>The number of the call that fails, from 1; 0 for none.</summary>
    public int FailAt { get; set; }

    /// <summary>The number of the call from which on all fail; 0 for none.</summary>
    public int FailFrom { get; set; }

    public bool AfterwardsOnly { get; set; }

    public int Calls => _calls;

    protected override async ValueTask<T> Call<T>(Func<ValueTask<T>> call)
    {
        int number = Interlocked.Increment(ref _calls);
        bool fails = number == FailAt || (FailFrom > 0 && number >= FailFrom);
        if (fails && !AfterwardsOnly)
        {
            throw new IOException("The store failed before it did anything.");
        }

        T result = await call();
        return fails ? throw new IOException("The store failed after it did everything.") : result;
    }
}
