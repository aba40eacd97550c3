import ArabicText
import Documents
import TestSupport
import Testing

/// Books of the OpenITI corpus are read without the marks for programs.
@Suite struct OpenITITests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let book = """
    \u{FEFF}######OpenITI#

    #META# 010.AuthorNAME\t:: أحمد بن سالم
    #META# 020.BookTITLE\t:: كتاب المراكب
    #META# 029.BookTITLEalt\t:: NODATA
    #META# 031.LibURL\t:: http://example.org/1
    #META#Header#End#

    ### | باب السفن
    # قال أحمد: السفينة ms001 في
    ~~ البحر تسير PageV01P005 بالريح
    # ومضى القوم.

    PageV01P006
    ### || فصل
    # صدر البيت %~% عجز البيت
    ### $ ترجمة رجل
    # $RWY$ حدثنا سالم
    ### $BIO_MAN$ رجل آخر
    """

  @Test func `paragraphs are joined, headings have their level, and marks are out`() throws {
    let document = try folder.load(Self.book.utf8, "0300Ahmad.Marakib-ara1")
    #expect(
      document.lines == [
        "كتاب المراكب", "باب السفن", "قال أحمد: السفينة في البحر تسير بالريح", "ومضى القوم.",
        "فصل",
        "صدر البيت … عجز البيت", "ترجمة رجل", "حدثنا سالم", "رجل آخر",
      ])
    #expect(
      document.parts == [
        "heading(level: 1): كتاب المراكب", "heading(level: 2): باب السفن",
        "heading(level: 3): فصل",
      ])
    let structure = try #require(document.structure)
    #expect(structure.title == "كتاب المراكب" && structure.authors == ["أحمد بن سالم"])
    #expect(structure.address == "http://example.org/1")
  }

  @Test func `a page begins behind the mark that ends the one before`() throws {
    let document = try folder.load(Self.book.utf8, "book")
    let pages = try #require(document.structure).pages
    #expect(pages.map(\.number) == [5, 6])
    let second = document.text.string(in: TextSpan(pages[1].start, document.text.end))
    #expect(second.hasPrefix("بالريح"))
  }
}
