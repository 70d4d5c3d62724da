"""Rules of the family WEB: what a news page has around its article.

Words alone never remove a line. `words` holds what such lines say, language by language; `page` what a line looks like
and where it stands; `verdicts` and `captions` the evidence; the functions here are the rules' pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.body import Body
from ingest.model import Proposal, Remark, Safety
from ingest.rules.chrome.quiet import is_quiet
from ingest.rules.chrome.verdicts import verdicts_of
from ingest.rules.registry import Rule, rule


def has_furniture(body: Body) -> bool:
    """Whether the body can have furniture: the gate of all rules of the family."""
    return not is_quiet(body)


def _proposals(body: Body, code: str) -> Sequence[Proposal]:
    return verdicts_of(body).proposals.get(code, ())


@rule("WEB001", "navigation-line", gate=has_furniture)
def navigation_line(body: Body) -> Sequence[Proposal]:
    """Navigation: names of sections above the headline, breadcrumb trails, "Skip to content", "Back to top".

    Such a line goes where its words are a page's furniture and its place confirms it: sections in a paragraph above the
    headline, a trail that begins with the home page, a menu word among others of its kind before or after the article.

        To News and Stories          →   The bridge is open again
        In depth Explainers
        (blank)
        The bridge is open again

    Left alone: a heading that consists of such a word, a first line that may be the title, a list that the text
    announces, and everything in a document that is not mainly prose.
    """
    return _proposals(body, "WEB001")


@rule("WEB002", "share-bar", gate=has_furniture)
def share_bar(body: Body) -> Sequence[Proposal]:
    """Buttons for sharing: "Share on Facebook", or a row such as "Share | Tweet | Email | Print".

    A single word such as "Share" goes only next to other furniture, or between headline and body, or at the very end;
    names of networks in a list, and buttons that the text explains, stay.
    """
    return _proposals(body, "WEB002")


@rule("WEB003", "advert-label", gate=has_furniture)
def advert_label(body: Body) -> Sequence[Proposal]:
    """Labels of adverts: "Advertisement", "Story continues below advertisement".

    The single word goes only as a paragraph of its own in a text that uses it nowhere else, or next to other furniture.
    What may be a chapter's heading ("Werbung") stays where the text has other headings.
    """
    return _proposals(body, "WEB003")


@rule("WEB004", "teaser", gate=has_furniture)
def teaser(body: Body) -> Sequence[Proposal]:
    """A line that points to another article: "READ MORE: Minister resigns", "Lire aussi : …", "Читайте також: …".

    It needs the opening, a separator, and a headline after it: with a capital, without a full stop, in a paragraph of
    its own. "Read more books" and "See also: The next chapter" stay. An opening that is common speech ("Watch:") needs
    capitals or other furniture beside it; one before a live link may have a second teaser like it instead.
    """
    return _proposals(body, "WEB004")


@rule("WEB005", "loading-placeholder", gate=has_furniture)
def loading_placeholder(body: Body) -> Sequence[Proposal]:
    """A widget's "Loading..." that was copied with the text.

    Goes next to other furniture or where it stands more than once; a single one may be part of a story and is remarked by
    WEB090.
    """
    return _proposals(body, "WEB005")


@rule("WEB006", "newsletter-line", gate=has_furniture)
def newsletter_line(body: Body) -> Sequence[Proposal]:
    """A line that asks readers to subscribe, follow or support: "Sign up for our newsletter".

    Goes before or after the article, next to other furniture, or in the middle as a short line without a full stop.
    A text that speaks of newsletters elsewhere keeps its lines.
    """
    return _proposals(body, "WEB006")


@rule("WEB007", "cookie-notice", gate=has_furniture)
def cookie_notice(body: Body) -> Sequence[Proposal]:
    """A cookie notice and its buttons, before or after the article or among other furniture.

    A text that speaks of cookies elsewhere, such as a privacy policy, keeps everything.
    """
    return _proposals(body, "WEB007")


@rule("WEB008", "copyright-line", gate=has_furniture)
def copyright_line(body: Body) -> Sequence[Proposal]:
    """The site's copyright line after the article, such as "© 2024 Example News. All rights reserved".

    Goes only after the last prose, or next to other furniture. A licence or legal notice that is the document stays.
    """
    return _proposals(body, "WEB008")


@rule("WEB009", "comment-counter", gate=has_furniture)
def comment_counter(body: Body) -> Sequence[Proposal]:
    """Counters and prompts of a comment box: "12 comments", "Leave a comment", "1.2K shares".

    Counters need other furniture beside them, or their place before or after the article.
    """
    return _proposals(body, "WEB009")


@rule("WEB010", "widget-timestamp", gate=has_furniture)
def widget_timestamp(body: Body) -> Sequence[Proposal]:
    """Times that only make sense on the page: "3 hours ago", "5 min read".

    A real date is never taken for one: it belongs to the metadata.
    """
    return _proposals(body, "WEB010")


@rule("WEB011", "related-headlines", gate=has_furniture)
def related_headlines(body: Body) -> Sequence[Proposal]:
    """A list of other articles: a heading such as "Most read" or "Mehr zum Thema" and the headlines under it.

    Goes after the article when nothing but headlines follows to the end, and inside it when heading and headlines form
    one paragraph or list. Prose under such a heading keeps it. A heading of Markdown goes only on a whole page, which a
    menu of the site's own shows it to be, above or below the article, with the lines under it that are nothing but links.
    """
    return _proposals(body, "WEB011")


@rule("WEB012", "trailing-label", gate=has_furniture)
def trailing_label(body: Body) -> Sequence[Proposal]:
    """A lone label as the last line, after other furniture: a place or road of a map, a tag, a button.

    A last line that follows the article itself stays: it may be the author's name.
    """
    return _proposals(body, "WEB012")


@rule("WEB013", "caption-with-credit", gate=has_furniture)
def caption_with_credit(body: Body) -> Sequence[Proposal]:
    """A picture's caption directly above its credit line, in one paragraph, without the picture.

        Firefighters near the old mill.      →   (gone)
        Photo from Jane Roe, City Council

    The line is drawn so: a caption of one sentence goes with its credit; it stays, and the credit line alone goes,
    when it has more than one sentence, or holds a number or a name that the rest of the text does not have. A caption
    that is a paragraph of its own always stays, but for a description that a word processor made up for a picture, which
    says so itself ("AI-generated content may be incorrect").
    """
    return _proposals(body, "WEB013")


@rule("WEB014", "repeated-caption", gate=has_furniture)
def repeated_caption(body: Body) -> Sequence[Proposal]:
    """A caption with its credit line that repeats a paragraph of the text word for word. The paragraph stays."""
    return _proposals(body, "WEB014")


@rule("WEB015", "credit-line", gate=has_furniture)
def credit_line(body: Body) -> Sequence[Proposal]:
    """A picture's credit as a paragraph of its own: "Photo: Jane Roe/Reuters", "Foto: dpa", "Image source, Getty Images".

    A name must follow the word: "Photo: a man at the door" stays, as does a line of a transcript.
    """
    return _proposals(body, "WEB015")


@rule("WEB016", "repeated-paragraph", gate=has_furniture)
def repeated_paragraph(body: Body) -> Sequence[Proposal]:
    """A paragraph of prose that stands twice in a row, word for word. The first one stays.

    Refrains are shorter, apart, or come more than twice, and stay.
    """
    return _proposals(body, "WEB016")


@rule("WEB017", "repeated-headline", gate=has_furniture)
def repeated_headline(body: Body) -> Sequence[Proposal]:
    """The headline twice at the top of the document, once from the page's title and once from the article."""
    return _proposals(body, "WEB017")


@rule("WEB018", "menu", gate=has_furniture)
def menu(body: Body) -> Sequence[Proposal]:
    """Menus of a whole page: lists of a site's sections and services, above the article or below it.

        * [Home](/)                    →   The bridge is open again
        * [Politics](/politics)
        * [Sport](/sport)
        * [Newsletters](/newsletters)
        (blank)
        The bridge is open again

    A run of lines that are nothing but links, or short items of a list, goes where enough of them name what sites have:
    fewest where they stand above or below all prose and are nothing but links. Amid the text only lists of links
    can be menus. Next to one menu others need less. Short labels without links and bullets go where
    several known ones stand together above or below the text.

    Left alone: a list that a line with a colon announces or that stands under a heading of its own ("See also", a list of
    recommended sites), links within the page, such as a table of contents, names, and all entries that are longer than a
    label; everything in a document with hardly any prose.
    """
    return _proposals(body, "WEB018")


@rule("WEB090", "possible-furniture", safety=Safety.DISPLAY, gate=has_furniture)
def possible_furniture(body: Body) -> Iterator[Remark]:
    """A line that may be a page's furniture but may as well be text: its words say so, nothing else does.

    Look at the place, and take the line out of the source if it does not belong.
    """
    verdicts = verdicts_of(body)
    for index in sorted(verdicts.doubts):
        if index not in verdicts.codes:
            line = verdicts.page.units[index].line
            yield Remark(line.start, line.end, "may be a page's furniture; nothing but its words says so")


RULES: tuple[Rule, ...] = (
    navigation_line,
    share_bar,
    advert_label,
    teaser,
    loading_placeholder,
    newsletter_line,
    cookie_notice,
    copyright_line,
    comment_counter,
    widget_timestamp,
    related_headlines,
    trailing_label,
    caption_with_credit,
    repeated_caption,
    credit_line,
    repeated_paragraph,
    repeated_headline,
    menu,
    possible_furniture,
)
"""The family's rules, in the order in which they run."""
