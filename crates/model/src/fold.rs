//! Text as it is compared when somebody searches or sorts: whoever types "muller" or "NGUYEN" means Müller and Nguyễn.
//!
//! By hand, because of the browser: the tables of a normalization library would outweigh this crate, and the standard
//! library's for lower case alone take 4 kB of what a first visit loads.

/// Lower case, and Latin letters without their accents. Other scripts keep theirs, which tell letters apart there.
pub fn fold(text: &str) -> String {
    // Most text is this, and a list is folded while somebody types.
    if text.is_ascii() { text.to_ascii_lowercase() } else { folded(text).collect() }
}

/// True when `key`, a folded text, has every word of what is searched for.
pub fn has_words(key: &str, text: &str) -> bool {
    text.split_whitespace().all(|word| key.contains(&fold(word)))
}

/// Folded text, letter by letter: a comparison mostly ends at the first few.
pub(crate) fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(|letter| {
        let [first, second] = base(lower(letter));
        first.into_iter().chain(second)
    })
}

/// The small letter of a capital, in the scripts that have both today.
fn lower(letter: char) -> char {
    let code = u32::from(letter);
    let small = match code {
        0xd7 | 0x3a2 => code,
        // Latin, Greek, Cyrillic, and Latin as wide as Chinese.
        0x41..=0x5a | 0xc0..=0xde | 0x391..=0x3ab | 0x410..=0x42f | 0xff21..=0xff3a => code + 32,
        0x400..=0x40f => code + 80,
        // Armenian.
        0x531..=0x556 => code + 48,
        0x130 => 0x69,
        0x178 => 0xff,
        0x18f => 0x259,
        0x1e9e => 0xdf,
        0x386 => 0x3ac,
        0x388..=0x38a => code + 37,
        0x38c => 0x3cc,
        0x38e | 0x38f => code + 63,
        0x4c0 => 0x4cf,
        // By turns a capital, which is even, and its small letter.
        0x100..=0x137
        | 0x14a..=0x177
        | 0x1a0..=0x1a5
        | 0x1de..=0x1ef
        | 0x1f8..=0x21f
        | 0x222..=0x233
        | 0x460..=0x481
        | 0x48a..=0x4bf
        | 0x4d0..=0x52f
        | 0x1e00..=0x1e95
        | 0x1ea0..=0x1eff => code | 1,
        // The same, and the capital is odd.
        0x139..=0x148 | 0x179..=0x17e | 0x1af..=0x1b0 | 0x1cd..=0x1dc | 0x4c1..=0x4ce => {
            (code + 1) & !1
        }
        _ => code,
    };
    char::from_u32(small).unwrap_or(letter)
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
