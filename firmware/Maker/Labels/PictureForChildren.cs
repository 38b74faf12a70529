namespace ToyGuard.Maker.Labels;

/// <summary>A child with a bear takes a grown-up's hand: "find a grown-up", without a word. Own drawing, 100 wide and 76 high.</summary>
internal static class PictureForChildren
{
    /// <summary>The elements of the drawing.</summary>
    public const string Svg = """
        <g stroke-linecap="round" stroke-linejoin="round">
        <path d="M0 70 Q50 62 100 70" fill="none" stroke="#0B5F6B" stroke-width="1.2" stroke-dasharray="2.4 2.4"/>
        <circle cx="83" cy="14" r="8" fill="#F4B942"/>
        <path d="M83 1v2M83 25v2M70 14h2M94 14h2M73.8 4.8l1.4 1.4M90.8 21.8l1.4 1.4M92.2 4.8l-1.4 1.4M75.2 21.8l-1.4 1.4" stroke="#F4B942" stroke-width="1.6"/>
        <path d="M60.5 66V52M69.5 66V52" stroke="#14313A" stroke-width="5"/>
        <path d="M54 54 Q54 24 65 24 Q76 24 76 54 Z" fill="#0B5F6B"/>
        <path d="M74 36 Q80 43 78 50" fill="none" stroke="#0B5F6B" stroke-width="5"/>
        <path d="M57 36 Q50 42 44.5 47" fill="none" stroke="#0B5F6B" stroke-width="5"/>
        <circle cx="65" cy="16.5" r="8.5" fill="#F9DFC9"/>
        <path d="M56.4 16 Q57 6.6 65 6.6 Q73 6.6 73.6 16 Q69 11.5 65 11.5 Q61 11.5 56.4 16 Z" fill="#14313A"/>
        <path d="M61 18.6 Q63.4 21.4 66 20.2" fill="none" stroke="#14313A" stroke-width="1.1"/>
        <circle cx="61.6" cy="15.8" r=".9" fill="#14313A"/><circle cx="66.2" cy="15.8" r=".9" fill="#14313A"/>
        <path d="M34 66.5V58M40 66.5V58" stroke="#14313A" stroke-width="4"/>
        <path d="M29.5 60 Q29.5 42.8 37 42.8 Q44.5 42.8 44.5 60 Z" fill="#F4B942"/>
        <path d="M42 49 Q44 49 45 47" fill="none" stroke="#F4B942" stroke-width="4"/>
        <path d="M32 49 Q27.5 51 25.5 54" fill="none" stroke="#F4B942" stroke-width="4"/>
        <circle cx="45" cy="46.8" r="2.6" fill="#F9DFC9"/>
        <circle cx="37" cy="36.5" r="7" fill="#F9DFC9"/>
        <path d="M29.8 36 Q30.4 28.4 37 28.4 Q43.6 28.4 44.2 36 Q40.6 32.2 37 32.4 Q33 32.6 29.8 36 Z" fill="#7A4E00"/>
        <path d="M37.2 39.2 Q39.2 41.4 41.2 39.6" fill="none" stroke="#14313A" stroke-width="1.1"/>
        <circle cx="37.4" cy="36.4" r=".8" fill="#14313A"/><circle cx="41.2" cy="36.4" r=".8" fill="#14313A"/>
        <circle cx="18.2" cy="49.6" r="2.2" fill="#A3784A"/><circle cx="24.8" cy="49.6" r="2.2" fill="#A3784A"/>
        <ellipse cx="21.5" cy="62" rx="5" ry="5.6" fill="#A3784A"/>
        <circle cx="21.5" cy="53.4" r="4.6" fill="#A3784A"/>
        <circle cx="20" cy="52.6" r=".7" fill="#14313A"/><circle cx="23" cy="52.6" r=".7" fill="#14313A"/>
        <ellipse cx="21.5" cy="55" rx="1.9" ry="1.4" fill="#F9DFC9"/><circle cx="21.5" cy="54.6" r=".6" fill="#14313A"/>
        <circle cx="21.5" cy="61.4" r="1.1" fill="#F4B942"/>
        </g>
        """;
}
