"""Words that the rules know, by language, as data.

Headings are those that the encyclopedia's editions use for sections of references, notes, sources and outside links
(their manuals of style); namespace names and image options are those of MediaWiki's message files
(`languages/messages/Messages*.php`: `namespaceNames`, `namespaceAliases`, `magicWords`). All are compared after
`str.casefold`.
"""

from __future__ import annotations

REFERENCE_HEADINGS_BY_LANGUAGE: dict[str, tuple[str, ...]] = {
    "ar": ("المراجع", "مراجع", "المصادر", "مصادر", "هوامش", "الهوامش", "وصلات خارجية", "روابط خارجية"),
    "be": ("крыніцы", "спасылкі", "заўвагі", "зноскі", "літаратура"),
    "bg": ("източници", "бележки", "външни препратки", "литература"),
    "ca": ("referències", "enllaços externs", "notes i referències", "bibliografia"),
    "cs": ("reference", "externí odkazy", "literatura", "poznámky", "odkazy"),
    "da": ("referencer", "eksterne henvisninger", "kilder", "noter", "fodnoter", "litteratur"),
    "de": (
        "einzelnachweise",
        "weblinks",
        "literatur",
        "anmerkungen",
        "fußnoten",
        "quellen",
        "quellenangaben",
        "belege",
        "nachweise",
        "referenzen",
        "einzelnachweise und anmerkungen",
        "anmerkungen und einzelnachweise",
    ),
    "el": ("παραπομπές", "εξωτερικοί σύνδεσμοι", "σημειώσεις", "πηγές", "βιβλιογραφία"),
    "en": (
        "references",
        "reference",
        "notes",
        "notes and references",
        "references and notes",
        "notes and citations",
        "footnotes",
        "endnotes",
        "citations",
        "sources",
        "works cited",
        "bibliography",
        "further reading",
        "external links",
    ),
    "es": ("referencias", "enlaces externos", "notas", "notas y referencias", "bibliografía", "fuentes"),
    "et": ("viited", "välislingid", "kirjandus"),
    "eu": ("erreferentziak", "kanpo estekak", "oharrak"),
    "fa": ("منابع", "پانویس", "پیوند به بیرون", "یادداشت‌ها"),
    "fi": ("lähteet", "viitteet", "aiheesta muualla", "kirjallisuutta"),
    "fr": ("références", "notes et références", "liens externes", "bibliographie", "notes", "sources"),
    "gl": ("referencias", "ligazóns externas", "notas"),
    "he": ("הערות שוליים", "קישורים חיצוניים", "מקורות", "לקריאה נוספת"),
    "hi": ("सन्दर्भ", "संदर्भ", "बाहरी कड़ियाँ", "टिप्पणियाँ"),
    "hr": ("izvori", "vanjske poveznice", "bilješke", "literatura"),
    "hu": ("jegyzetek", "hivatkozások", "források", "további információk", "külső hivatkozások"),
    "id": ("referensi", "pranala luar", "catatan kaki", "rujukan", "catatan"),
    "it": ("note", "riferimenti", "collegamenti esterni", "bibliografia", "fonti"),
    "ja": ("脚注", "参考文献", "外部リンク", "注釈", "出典", "関連文献"),
    "ko": ("각주", "외부 링크", "참고 문헌", "참고문헌", "주해", "출처"),
    "lt": ("išnašos", "nuorodos", "šaltiniai", "literatūra"),
    "lv": ("atsauces", "ārējās saites", "piezīmes"),
    "ms": ("rujukan", "pautan luar", "nota kaki"),
    "nl": (
        "referenties",
        "bronnen",
        "bronvermelding",
        "externe links",
        "externe link",
        "voetnoten",
        "noten",
        "literatuur",
    ),
    "nn": ("referansar", "kjelder", "bakgrunnsstoff", "eksterne lenkjer", "fotnotar"),
    "no": ("referanser", "kilder", "eksterne lenker", "fotnoter", "litteratur"),
    "pl": ("przypisy", "linki zewnętrzne", "bibliografia", "uwagi", "źródła"),
    "pt": ("referências", "ligações externas", "links externos", "notas", "notas e referências", "bibliografia"),
    "ro": ("referințe", "note", "note și referințe", "legături externe", "bibliografie", "surse"),
    "ru": ("примечания", "ссылки", "литература", "источники", "сноски"),
    "sk": ("referencie", "externé odkazy", "poznámky"),
    "sl": ("sklici", "viri", "zunanje povezave", "opombe"),
    "sr": ("референце", "спољашње везе", "напомене", "извори", "reference", "spoljašnje veze"),
    "sv": ("referenser", "externa länkar", "källor", "noter", "fotnoter", "vidare läsning"),
    "tr": ("kaynakça", "kaynaklar", "dış bağlantılar", "notlar", "dipnotlar"),
    "uk": ("примітки", "посилання", "джерела", "література", "виноски"),
    "vi": ("tham khảo", "liên kết ngoài", "chú thích", "ghi chú"),
    "zh": (
        "参考文献",
        "參考文獻",
        "参考资料",
        "參考資料",
        "外部链接",
        "外部連結",
        "注释",
        "註釋",
        "脚注",
        "延伸阅读",
        "延伸閱讀",
        "参考",
        "參考",
    ),
}

REFERENCE_HEADINGS: frozenset[str] = frozenset(
    heading.casefold() for headings in REFERENCE_HEADINGS_BY_LANGUAGE.values() for heading in headings
)
"""Headings, casefolded, whose section holds references, notes, sources or outside links and nothing else."""

IMAGE_NAMESPACES: tuple[str, ...] = (
    *("file", "image", "media"),
    *("datei", "bild", "fichier", "archivo", "imagen", "immagine", "ficheiro", "arquivo", "imagem"),
    *("bestand", "afbeelding", "fil", "tiedosto", "kuva", "plik", "grafika", "soubor", "súbor", "kép", "fájl"),
    *("fișier", "imagine", "datoteka", "slika", "датотека", "слика", "файл", "изображение", "зображення", "файл"),
    *("выява", "картинка", "αρχείο", "εικόνα", "dosya", "resim", "ملف", "صورة", "קובץ", "תמונה", "پرونده", "تصویر"),
    *("चित्र", "tập tin", "hình", "berkas", "gambar", "fitxer", "imatge", "fitxategi", "irudi", "fail", "pilt"),
    *("attēls", "vaizdas", "ファイル", "画像", "文件", "图像", "檔案", "圖像", "파일", "그림"),
)
"""Names of the wiki namespace of images, casefolded."""

IMAGE_OPTIONS: frozenset[str] = frozenset(
    (
        *("thumb", "thumbnail", "frame", "framed", "frameless", "border", "left", "right", "center", "centre", "none"),
        *("upright", "baseline", "middle", "sub", "super", "top", "text-top", "bottom", "text-bottom"),
        *("mini", "miniatur", "gerahmt", "rahmenlos", "rand", "links", "rechts", "zentriert", "ohne", "hochkant"),
        *("vignette", "gauche", "droite", "centré", "néant", "cadre", "redresse"),
        *("miniaturadeimagen", "miniatura", "izquierda", "derecha", "centro", "marco", "sinistra", "destra"),
        *("esquerda", "direita", "miniaturadaimagem", "commoncat", "rechts", "gecentreerd"),
        *("vänster", "höger", "høyre", "venstre", "pienoiskuva", "oikea", "vasen"),
        *("мини", "миниатюра", "справа", "слева", "центр", "мініатюра", "праворуч", "ліворуч"),
        *("サムネイル", "左", "右", "缩略图", "縮圖", "섬네일"),
    )
)
"""Words that stand between the bars of a wiki image and say how it is shown, casefolded."""

CITATION_NOTES: frozenset[str] = frozenset(
    (
        *("citation needed", "citations needed", "clarification needed", "better source needed", "verification needed"),
        *("not in citation given", "failed verification", "original research?", "page needed", "full citation needed"),
        *("dead link", "permanent dead link", "needs update", "weasel words", "according to whom?", "by whom?"),
        *(
            "unreliable source?",
            "non-primary source needed",
            "example needed",
            "dubious – discuss",
            "disputed – discuss",
        ),
        *("beleg fehlt", "beleg?", "réf. nécessaire", "réf. souhaitée", "référence nécessaire", "cita requerida"),
        *("senza fonte", "carece de fontes", "bron?", "potrzebny przypis", "źródło?", "источник?", "джерело?"),
        *("нет в источнике", "källa behövs", "kilde mangler", "lähde?", "zdroj?", "forrás?", "kaynak belirtilmeli"),
        *("要出典", "来源请求", "來源請求", "출처 필요", "butuh rujukan", "cần dẫn nguồn", "دون مصدر", "דרוש מקור"),
    )
)
"""What a wiki prints in brackets where a statement lacks its source, casefolded. Single words that an editor may put
into a quotation (`[who?]`, `[sic]`) are left out on purpose."""

EDIT_LINKS: frozenset[str] = frozenset(
    (
        *("edit", "edit source", "edit section", "edit | edit source", "edit|edit source"),
        *("bearbeiten", "quelltext bearbeiten", "bearbeiten | quelltext bearbeiten"),
        *("modifier", "modifier le code", "modifier | modifier le code", "editar", "editar código"),
        *("editar | editar código", "editar | editar código-fonte", "editar | editar a fonte"),
        *("modifica", "modifica wikitesto", "modifica | modifica wikitesto", "modifica sorgente"),
        *("bewerken", "bewerken | brontekst bewerken", "redigera", "redigera | redigera wikitext"),
        *("rediger", "rediger | rediger kildetekst", "edytuj", "edytuj | edytuj kod", "editovat"),
        *("editovat | editovat zdroj", "править", "править | править код", "ред.", "редагувати"),
        *("редагувати | редагувати код", "編集", "ソースを編集", "编辑", "編輯", "编辑源代码", "편집", "원본 편집"),
        *("değiştir", "değiştir | kaynağı değiştir", "عدل", "عدل المصدر", "עריכה", "sunting", "szerkesztés"),
    )
)
"""The links behind a wiki's section headings, casefolded."""

CONTENTS_TITLES: frozenset[str] = frozenset(
    (
        *("contents", "table of contents", "inhaltsverzeichnis", "sommaire", "índice", "contenido", "indice", "inhoud"),
        *("spis treści", "содержание", "оглавление", "зміст", "змест", "obsah", "innehåll", "indholdsfortegnelse"),
        *(
            "innhold",
            "sisällys",
            "tartalomjegyzék",
            "i̇çindekiler",
            "目次",
            "目录",
            "目錄",
            "목차",
            "محتويات",
            "محتویات",
        ),
        *("תוכן עניינים", "daftar isi", "mục lục", "contingut", "sumari", "cuprins", "πίνακας περιεχομένων"),
        *("съдържание", "садржај", "sadržaj", "vsebina", "sisukord", "turinys", "saturs", "สารบัญ", "अनुक्रम"),
    )
)
"""Titles of a page's table of contents (the message `toc`)."""

CATEGORY_NAMESPACES: frozenset[str] = frozenset(
    (
        *("category", "kategorie", "catégorie", "categoría", "categoria", "categorie", "kategori", "kategoria"),
        *("kategória", "kategorija", "категория", "категорія", "категорија", "κατηγορία", "luokka", "kategooria"),
        *("تصنيف", "קטגוריה", "رده", "श्रेणी", "thể loại", "カテゴリ", "分类", "分類", "분류"),
        *("կատեգորիա", "კატეგორია", "санат", "катэгорыя", "หมวดหมู่", "বিষয়শ্রেণী", "பகுப்பு", "వర్గం"),
        *("വർഗ്ഗം", "वर्ग", "زمرہ", "kategorio", "flokkur", "catagóir", "categori", "kateqoriya", "turkum"),
    )
)
"""Names of the wiki namespace of categories, casefolded."""
