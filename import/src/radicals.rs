//! Radicals and the characters that look the same. Fonts have one picture for both; programs that
//! make PDFs write either code, and search then finds nothing.
//!
//! Source: `CJKRadicals.txt` and `EquivalentUnifiedIdeograph.txt` of the Unicode character database.

/// The characters of the Kangxi radicals, U+2F00 to U+2FD5.
const KANGXI: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢\
尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田\
疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛\
辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// The radicals of the supplement that are whole characters.
const SUPPLEMENT: [(char, char); 28] = [
    ('⺁', '厂'),
    ('⺟', '母'),
    ('⺠', '民'),
    ('⻁', '虎'),
    ('⻄', '西'),
    ('⻅', '见'),
    ('⻆', '角'),
    ('⻉', '贝'),
    ('⻋', '车'),
    ('⻑', '长'),
    ('⻓', '长'),
    ('⻔', '门'),
    ('⻘', '青'),
    ('⻙', '韦'),
    ('⻚', '页'),
    ('⻛', '风'),
    ('⻜', '飞'),
    ('⻝', '食'),
    ('⻢', '马'),
    ('⻣', '骨'),
    ('⻤', '鬼'),
    ('⻥', '鱼'),
    ('⻦', '鸟'),
    ('⻩', '黄'),
    ('⻬', '齐'),
    ('⻮', '齿'),
    ('⻰', '龙'),
    ('⻳', '龟'),
];

/// The character that looks like this radical.
pub fn character(radical: char) -> Option<char> {
    if let Some(at) = (radical as u32).checked_sub(0x2f00).filter(|at| *at < 214) {
        return KANGXI.chars().nth(at as usize);
    }
    SUPPLEMENT.iter().find(|(known, _)| *known == radical).map(|(_, character)| *character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kangxi_radical_has_its_character() {
        assert_eq!(KANGXI.chars().count(), 214);
        for (radical, expected) in
            [('⼀', '一'), ('⽤', '用'), ('⾥', '里'), ('⿕', '龠'), ('⾦', '金'), ('⻓', '长')]
        {
            assert_eq!(character(radical), Some(expected));
        }
        assert_eq!(character('用'), None);
    }
}
