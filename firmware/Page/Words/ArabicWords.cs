namespace ToyGuard.Page.Words;

/// <summary>Arabic, written from right to left.</summary>
internal sealed class ArabicWords : PageWords
{
    internal override string Tag => "ar";

    internal override string Direction => "rtl";

    internal override string Hub => "المركز بين الألعاب والإنترنت";

    internal override string Toy => "لعبة في داخلها ToyGuard";

    internal override string NotPaired => "غير مقترن بعد";

    internal override string NotPairedMeans => "لا يخرج شيء إلى الإنترنت قبل أن يقرنه أحد الكبار.";

    internal override string Paired => "مقترن";

    internal override string PairedMeans => "ما يُفتح وما يبقى مغلقًا يقرره هاتف أحد الكبار.";

    internal override string HelloBeforeName => "هذه الصفحة من ";

    internal override string HelloBehindName => " مباشرة. لا شيء فيها يأتي من الإنترنت أو يذهب إليه.";

    internal override string NotSecure => "يكتب متصفحك «غير آمن» لأن هذه الصفحة لا يقف وراءها موقع على الإنترنت، بل هذا الجهاز وحده.";

    internal override string NoPage => "لا توجد صفحة بهذا العنوان.";

    internal override string ToFirstPage => "إلى الصفحة الأولى";
}
