//! Text as it is compared when somebody searches or sorts: whoever types "muller" or "NGUYEN" means Müller and Nguyễn.
//!
//! By hand, because the Unicode tables of a normalization library would outweigh this crate in the browser.

/// Lower case, and Latin letters without their accents. Other scripts keep theirs, which tell letters apart there.
pub fn fold(text: &str) -> String {
    folded(text).collect()
}

/// The same, letter by letter: a comparison mostly ends at the first few.
pub(crate) fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(char::to_lowercase).flat_map(|letter| {
        let [first, second] = base(letter);
        first.into_iter().chain(second)
    })
}

/// What remains of a lower-case letter: itself, its base, two letters for a ligature, nothing for a mark.
fn base(letter: char) -> [Option<char>; 2] {
    let base = match letter {
        '\0'..='\u{7f}' => letter,
        'æ' => return [Some('a'), Some('e')],
        'œ' => return [Some('o'), Some('e')],
        'ß' => return [Some('s'), Some('s')],
        // Combining marks, which a decomposed letter is followed by.
        '\u{300}'..='\u{36f}' => return [None, None],
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ'..='ặ' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ǐ' | 'ỉ'..='ị' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ł' | 'ĺ' | 'ļ' | 'ľ' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ǒ' | 'ọ'..='ợ' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ŧ' | 'ț' => 't',
        'ù'..='ü'
        | 'ũ'
        | 'ū'
        | 'ŭ'
        | 'ů'
        | 'ű'
        | 'ų'
        | 'ư'
        | 'ǔ'
        | 'ǖ'
        | 'ǘ'
        | 'ǚ'
        | 'ǜ'
        | 'ụ'..='ự' => 'u',
        'ŵ' | 'ẁ' | 'ẃ' | 'ẅ' => 'w',
        'ý' | 'ÿ' | 'ŷ' | 'ỳ'..='ỹ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        // The same letter at the end of a Greek word; its upper case is one.
        'ς' => 'σ',
        other => other,
    };
    [Some(base), None]
}
