namespace ToyGuard.Core.Storage
{
    public class Shelf
    {
        public static int Put(int what)
        {
            return what;
        }
    }

    public class Kept
    {
        public bool Is(object row)
        {
            return row is Records.Row;
        }
    }
}

namespace ToyGuard.Core.Records
{
    public class Row
    {
        public Storage.Shelf? Shelf;
    }
}

namespace ToyGuard.Core.Settings
{
    public class Wish
    {
        public Policy.Plain? Plain;
    }
}

namespace ToyGuard.Core.Policy
{
    public class Plain
    {
    }

    public class Parent : Storage.Shelf
    {
    }

    public class Held
    {
        public Settings.Wish? Wish;
    }

    public class Taken
    {
        public void Take(Settings.Wish wish)
        {
        }
    }

    public class Called
    {
        public int Put()
        {
            return Storage.Shelf.Put(1);
        }
    }

    public class Made
    {
        public object Make()
        {
            return new Settings.Wish();
        }
    }

    public class Many
    {
        public Settings.Wish[]? Wishes;
    }
}

namespace ToyGuard.Core.Cellar
{
    public class Cask
    {
    }
}
