"""What the names of classes, ids, roles and elements say about a part of a page.

The words are the vocabulary of common content management systems, frameworks and advertising services as it stands in
their public themes and manuals (WordPress, Drupal, Ghost, Blogger, MediaWiki, Sphinx, Docusaurus, Discourse, phpBB, Arc,
AMP, Disqus, Taboola, Outbrain, schema.org, WAI-ARIA).
"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.formats.html.tree import Node


def _words(text: str) -> str:
    return "|".join(part.strip().replace(" ", " ") for part in text.split(","))


_TABLE = (
    (
        "HTML020",
        "headerlink, permalink, header anchor, anchor link, heading anchor, hash link, mw editsection, editsection",
    ),
    (
        "HTML021",
        "linenos, linenodiv, line numbers, line numbers rows, gutter, lineno, linenumber, line number, blob num",
    ),
    (
        "HTML013",
        "sr only, screen reader text, visually hidden, visuallyhidden, screenreader, a11y hidden, offscreen, skip link,"
        "skip to content, skiplink, skip nav, assistive text, hidden accessible, print only",
    ),
    (
        "HTML008",
        "comments, comment list, commentlist, comment thread, comments area, comment section, disqus, disqus thread,"
        "livefyre, comment respond, respond, comment form, discussion thread, reader comments, user comments,"
        "commentary list, comment wrapper, comment block, comment container, post comments, article comments, echo",
    ),
    (
        "HTML011",
        "cookie, cookies, cookie notice, cookie banner, consent, gdpr, ccpa, onetrust, cookiebar, cmp, privacy banner,"
        "cookie consent, cookieconsent, didomi, truste",
    ),
    (
        "HTML009",
        "newsletter, newsletters, mailing list, email signup, signup, sign up, subscribe, subscription, subscribe box,"
        "mc embed signup, optin, email capture, mailchimp, nl signup, subscribe form, newsletter signup",
    ),
    (
        "HTML022",
        "paywall, regwall, login, log in, signin, sign in, register, meter, metered, piano offer, gate, premium offer,"
        "loginbox, subscriber only, barrier",
    ),
    (
        "HTML006",
        "share, shares, sharing, share bar, sharebar, share buttons, share tools, social, socials, social media,"
        "social share, social links, social bar, sociable, addthis, addtoany, sharedaddy, sharethis, follow us, follow,"
        "article tools, tool bar, toolbar, tools, twitter share, fb like, jp relatedposts, shareaholic, share this,"
        "post share, utility, utility bar, actions, article actions, post actions, like button, likes, rating, ratings,"
        "votes, vote, reactions, claps, print, email this",
    ),
    (
        "HTML005",
        "ad, ads, advert, adverts, advertisement, advertising, adslot, ad slot, ad container, ad wrapper, adsense,"
        "banner ad, dfp, sponsor, sponsored, sponsors, sponsorship, promo, promos, promotion, promobox,"
        " outbrain, taboola,"
        "revcontent, zergnet, google ads, adsbygoogle, adbox, adunit, ad unit, mpu, leaderboard, native ad, affiliate,"
        "commercial, partner content, dianomi, adv, publicite, werbung, anzeige, publicidad, reklama",
    ),
    (
        "HTML007",
        "related, related posts, related articles, related content, related links, related stories, relatedposts,"
        "recommended, recommendations, recommendation, recirc, recirculation, more stories, more news, most read,"
        "most popular, mostpopular, mostread, most viewed, trending, popular, popular posts, latest news, latest posts,"
        "read more, readmore, more on, read next, next up, up next, also read, see also, teaser, teasers, teaser list,"
        "you may like, you might like, might also like, further reading, more from, morefrom, story list, headlines,"
        "top stories, topstories, also on, inline related, read also, related topics, related story, suggestions,"
        "suggested, news feed, newsfeed, latest, editors picks, recent posts, onward, rich link, bestof, relatedlinks,"
        "more like this, similar, similar articles, hot topics, carousel, slider, promo list, cross linking, link list,"
        "linklist, post navigation, nav links, nav previous, nav next, previous post, next post, next article,"
        "read further, more articles, story package, storypackage, collection list",
    ),
    (
        "HTML001",
        "nav, navbar, navigation, menu, menus, submenu, breadcrumb, breadcrumbs, pagination, pager, paging, page links,"
        "page numbers, topbar, top bar, bottombar, navi, mainnav, subnav, sitenav, site navigation, sitemap,"
        " toc, table of"
        " contents, tableofcontents, table contents, language switcher, lang switcher, interlanguage, crumbs,"
        "crumb, back to top, backtotop, quick links, quicklinks, tab bar, tabs nav, jump links, mw jump link, catlinks,"
        "navbox, mw navigation, vector menu, noprint, printfooter, sister project, sistersitebox, metadata ambox,"
        "prev next, prevnext, sphinxsidebar, edit this page, theme doc toc, breadcrum, location bar, dropdown",
    ),
    (
        "HTML016",
        "tags, tag list, taglist, tag links, tags links, post tags, article tags, entry tags, topics,"
        " topic list, keywords,"
        "categories, category list, cat links, post categories, entry categories, hashtags, entry utility, filed under",
    ),
    (
        "HTML017",
        "author bio, authorbio, about author, about the author, author box, authorbox, author info, author card,"
        "author profile, bio, author description, contributor bio, post author box, author block, author blurb",
    ),
    (
        "HTML015",
        "byline, bylines, dateline, dateline date, timestamp, time stamp, pubdate, publish date, published date,"
        "publication date, posted on, post date, entry date, article date, date published, last updated, updated,"
        "post meta, entry meta, article meta, postmeta, meta info, metadata, article info, article header meta,"
        " post info,"
        "story meta, postinfo, entry info, post byline, author name, authors, author, vcard, read time,"
        " reading time, readtime,"
        "dates, date time, datetime, date, meta data, submitted, contributors, article details, post details, infoline",
    ),
    (
        "HTML010",
        "caption, captions, wp caption text, figcaption, image caption, img caption, photo caption, credit, credits,"
        "photo credit, image credit, photocredit, cutline, img credit, image source, photo source, copyright,"
        "media caption, picture caption, caption text, thumbcaption, bildunterschrift, legende, imagecaption,"
        "photo info, image info, photographer, off screen, photo info",
    ),
    (
        "HTML023",
        "gallery, slideshow, video player, player, lightbox, media player, jwplayer, brightcove, audio player,"
        " audioplayer,"
        "photo gallery, image gallery, videoplayer, video, video container, embed caption, transcript toggle,"
        " infographic,"
        "zoom, enlarge, expand image, slick slider, thumbnails, thumbnail list, playlist",
    ),
    ("HTML018", "infobox, taxobox, factbox, info box, wikitable infobox"),
    (
        "HTML004",
        "sidebar, side bar, sidebars, widget, widgets, widget area, right rail, rightrail, rail, right column,"
        " rightcol,"
        "right col, leftcol, left col, secondary, aside, side, side column, sidecolumn, off canvas, offcanvas,"
        " complementary,"
        "fly out, flyout, tertiary, supplementary, extras",
    ),
    (
        "HTML003",
        "footer, foot, page footer, site footer, bottom, colophon, legal, copyright notice, disclaimer,"
        " site info, global footer,"
        "article footer, entry footer, post footer, feedback",
    ),
    (
        "HTML002",
        "masthead, site header, siteheader, page header top, global header, top header, banner, header top,"
        " branding, logo,"
        "site title, site branding, topnav, mast head, search, searchbox, search form, searchform, search box, weather,"
        "main header, header wrapper, global nav, ticker, stock ticker, breaking news bar, alert bar, notice bar",
    ),
    (
        "HTML025",
        "popup, pop up, modal, overlay, dialog, tooltip, loading, spinner, error message,"
        " lightbox overlay,"
        "interstitial, toast, snackbar, notification, notifications, survey, poll, quiz, donate, donation,"
        " donation box, app download,"
        "download app, app promo, chat, live chat, chatbot",
    ),
)

_PATTERNS = tuple((code, re.compile(f" (?:{_words(words)}) ")) for code, words in _TABLE)

_ANY = re.compile("|".join(f" (?:{_words(words)}) " for _, words in _TABLE))

_BODY = re.compile(
    " (?:article body|articlebody|story body|storybody|entry content|post content|article content|article text|"
    "articletext|"
    "post body|postbody|story content|story text|storytext|td post content|post text|article copy|"
    "body copy|mw parser output|markdown body|post entry|entry body|article main|article body content|bodytext|"
    "body text|"
    "news content|news body|newsbody|artikel|rich text|richtext|"
    "blog content|blog post content|caas body|rte|field name body|field body|node body|gh content|prose|"
    "theme doc markdown|post full content|e content|cms content|main article) "
)

_NOTES = re.compile(
    " (?:note|notes|callout|admonition|tip|warning|important|caution|hint|example|footnote|footnotes|pullquote|"
    "pull quote|key points|summary|abstract|highlights) "
)

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_BREAK = re.compile(r"[^a-z0-9]+")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

_TAGS = {
    "nav": "HTML001",
    "menu": "HTML001",
    "footer": "HTML003",
    "aside": "HTML004",
    "form": "HTML012",
    "fieldset": "HTML012",
    "button": "HTML012",
    "select": "HTML012",
    "textarea": "HTML012",
    "dialog": "HTML025",
    "figcaption": "HTML010",
    "noscript": "HTML019",
    "svg": "HTML023",
    "legend": "HTML012",
    "progress": "HTML012",
    "meter": "HTML012",
    "amp-ad": "HTML005",
    "amp-sidebar": "HTML004",
    "amp-social-share": "HTML006",
    "address": "HTML015",
}

_ROLES = {
    "navigation": "HTML001",
    "menu": "HTML001",
    "menubar": "HTML001",
    "toolbar": "HTML006",
    "banner": "HTML002",
    "search": "HTML002",
    "contentinfo": "HTML003",
    "complementary": "HTML004",
    "dialog": "HTML025",
    "alertdialog": "HTML025",
    "button": "HTML012",
    "tablist": "HTML001",
    "tooltip": "HTML025",
}

_NEVER = frozenset(
    [
        "html",
        "body",
        "main",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "tbody",
        "tr",
        "td",
        "th",
        "thead",
        "pre",
        "code",
        "math",
        "p-block",
    ]
)
_PLAIN = frozenset(
    (  # noqa: SIM905 - a list of names reads best as words
        "b strong em i code kbd samp var cite q abbr font u s del ins mark sub sup tt big br blockquote"
    ).split()
)


_LINE_NUMBERS = "HTML021"
_POPUP = "HTML025"
"""What opens above a page. A link so named opens it, and is a word of its sentence itself."""


@lru_cache(maxsize=8192)
def _by_name(name: str) -> str:
    spaced = _spaced(name)
    if not _ANY.search(spaced):
        return ""
    for code, pattern in _PATTERNS:
        if pattern.search(spaced):
            return code
    return ""


@lru_cache(maxsize=8192)
def _spaced(name: str) -> str:
    return f" {_BREAK.sub(' ', _CAMEL.sub(' ', name[:300]).lower()).strip()} "


def name_of(node: Node) -> str:
    """Class and id, as they stand."""
    attributes = node.attributes
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}" if attributes else ""


def says_body(node: Node) -> bool:
    """Whether the element is named as the body of an article."""
    attributes = node.attributes
    if "articleBody" in (attributes.get("itemprop") or ""):
        return True
    name = name_of(node)
    return len(name) > 1 and bool(_BODY.search(_spaced(name)))


def hides(node: Node) -> bool:
    """Whether the element's own style keeps it from being shown."""
    style = node.attributes.get("style")
    return style is not None and _HIDDEN_STYLE.search(style) is not None


def says_note(node: Node) -> bool:
    """Whether the element is named as a note, a tip or a summary that belongs to the text."""
    return bool(_NOTES.search(_spaced(name_of(node))))


def hint(node: Node) -> str:  # noqa: PLR0911 - one piece of evidence after the other
    """The code under which an element would be left out, by its names alone; empty where they say nothing."""
    tag = node.tag
    if tag in _NEVER or tag in _PLAIN:
        # of a cell only that it numbers the lines of the code beside it is believed
        return _LINE_NUMBERS if tag == "td" and node.attributes and _by_name(name_of(node)) == _LINE_NUMBERS else ""
    attributes = node.attributes
    if not attributes:
        return _TAGS.get(tag, "")
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return "HTML013"
    if hides(node):
        return "HTML013"
    role = attributes.get("role")
    if role and role in _ROLES:
        return _ROLES[role]
    if tag in {"aside", "footer"} and says_note(node):
        return ""
    by_tag = _TAGS.get(tag, "")
    name = name_of(node)
    if len(name) > 1 and (code := _by_name(name)) and not (tag == "a" and code == _POPUP):
        return code
    itemprop = attributes.get("itemprop")
    if itemprop and itemprop in {"author", "datePublished", "dateModified", "publisher"}:
        return "HTML015"
    return by_tag
