import ArabicText
import Documents
import Glibc
import TestSupport
import Testing

/// Markdown is read as GitHub does.
@Suite(.enabled("cmark-gfm is not here") { Library.readsMarkdown }) struct MarkdownTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let text = """
    ---
    title: "عنوان الملف"
    author: هند سالم
    date: 2026-03-01
    ---

    <div dir="rtl" markdown="1">

    كلام **مهم** عن
    القطار، وهذا [رابط](https://example.org/a).

    ## الركاب

    1. أول
    2. ثان

       وهذا تابع له
    - [x] تم
    - [ ] لم يتم

    > قول منقول

    | المحطة | العدد |
    |---|---|
    | الشمال | ٣ |

    ```swift
    let a = 1

      let b = *2*
    ```

    ذيل.[^1]

    [^1]: حاشية.

    </div>
    """

  @Test func `a table whose rows are filled up without end is read as lines`() throws {
    let row = String(repeating: "x|", count: 2000)
    let table =
      "# عنوان\n\n|\(row)\n|" + String(repeating: "-|", count: 2000) + "\n"
      + String(repeating: "a\n", count: 2000)
    let document = try folder.load(table.utf8, "a.md")
    #expect(document.text.utf8Count < 4 * table.utf8.count)
    #expect(document.lines.first == "عنوان")
  }

  @Test func `a row of very many columns is read as a line`() throws {
    let text = "# عنوان\n\n|" + String(repeating: "ا|", count: 100_000) + "\n|-|\n"
    let start = ContinuousClock.now
    let document = try folder.load(text.utf8, "a.md")
    #expect(document.lines.first == "عنوان" && document.text.utf8Count < 2 * text.utf8.count)
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func `marks become structure, and none of them is text`() throws {
    let document = try folder.load(Self.text.utf8, "a.md")
    #expect(
      document.lines == [
        "عنوان الملف", "كلام مهم عن القطار، وهذا رابط.", "الركاب", "1. أول", "2. ثان",
        "  وهذا تابع له",
        "• ☑ تم", "• ☐ لم يتم", "قول منقول", "المحطة | العدد", "الشمال | ٣", "let a = 1",
        "  let b = *2*", "ذيل.[1]", "1. حاشية.",
      ])
    #expect(
      document.parts == [
        "heading(level: 1): عنوان الملف", "heading(level: 2): الركاب", "item(depth: 1): 1. أول",
        "item(depth: 1): 2. ثان", "item(depth: 1):   وهذا تابع له", "item(depth: 1): • ☑ تم",
        "item(depth: 1): • ☐ لم يتم", "quotation: قول منقول", "row: المحطة | العدد",
        "row: الشمال | ٣", "code: let a = 1", "code:   let b = *2*", "item(depth: 1): 1. حاشية.",
      ])
    let structure = try #require(document.structure)
    #expect(structure.format == "markdown" && structure.title == "عنوان الملف")
    #expect(structure.authors == ["هند سالم"] && structure.date == "2026-03-01")
    #expect(structure.links.first?.target == "https://example.org/a")
    #expect(structure.warnings == [])
  }

  @Test func `the title is the first heading where no header says another`() throws {
    let document = try folder.load("# عنوان\n\nكلام.".utf8, "a.markdown")
    #expect(document.structure?.title == "عنوان")
    #expect(document.lines == ["عنوان", "كلام."])
  }

  @Test(arguments: [
    ("كلام قصير بلا علامة.", "a.md"), ("# وسم في نص", "a.txt"), ("- بند", "notes"),
  ])
  func `a text without marks or without the name is plain`(text: String, name: String) throws {
    #expect(try folder.load(text.utf8, name).structure == nil)
  }

  @Test func `a script in the text is none`() throws {
    let document = try folder.load("# عنوان\n\n<script>alert(1)</script>\n\nكلام.".utf8, "a.md")
    #expect(document.lines == ["عنوان", "كلام."])
  }

  @Test(arguments: [
    "+++\ntitle = \"افتتاح الميناء\"\ndate = 2026-03-01T10:00:00Z\nauthors = [\n  \"هند سالم\",\n  'سمير الحاج',\n]\ntags = [\"بحر\"]\n[params]\n  x = 1\n+++\n",
    "---\ntitle: \"افتتاح الميناء\"\ndate: 2026-03-01T10:00:00Z\ndescription: >\n  كلام على سطرين\n  بلا علامة\nauthors: [هند سالم, سمير الحاج]\n---\n",
    "---\ntitle: افتتاح الميناء\ndate: 2026-03-01T10:00:00Z\nauthor:\n  - name: هند سالم\n    url: https://e.org/title:x\n  - name: سمير الحاج\n---\n",
    ";;;\n\"title\": \"افتتاح الميناء\", \"date\": \"2026-03-01T10:00:00Z\",\n\"authors\": [\"هند سالم\", \"سمير الحاج\"]\n;;;\n",
    "{\n  \"title\": \"افتتاح الميناء\",\n  \"date\": \"2026-03-01T10:00:00Z\",\n  \"author\": [{\n    \"name\": \"هند سالم\"\n  }, \"سمير الحاج\"],\n  \"text\": 1\n}\n",
  ])
  func `the header of a page is read in each way of writing it`(header: String) throws {
    for lineEnd in ["\n", "\r\n"] {
      let text = (header + "\nفتح الميناء أبوابه صباح اليوم.\n").replacing("\n", with: lineEnd)
      let document = try folder.load(text.utf8, "a.md")
      #expect(document.lines == ["افتتاح الميناء", "فتح الميناء أبوابه صباح اليوم."])
      #expect(document.structure?.title == "افتتاح الميناء")
      #expect(document.structure?.authors == ["هند سالم", "سمير الحاج"])
      #expect(document.structure?.date == "2026-03-01T10:00:00Z")
    }
  }

  @Test(arguments: [
    "+++\nكلام بين سطرين\n+++\n\n* بند", "{\nكلام\n}\n\n* بند", "---\n  كلام\n---\n\n* بند",
  ])
  func `a text between two lines of signs is no header`(text: String) throws {
    let document = try folder.load(text.utf8, "a.md")
    #expect(document.lines.joined().contains("كلام"))
  }

  @Test func `a line between two rules is no header`() throws {
    let document = try folder.load("---\nكلام بين خطين\n---\n\n* بند".utf8, "a.md")
    #expect(document.lines.joined().contains("كلام بين خطين"))
  }
}

/// What is installed on this machine.
enum Library {
  /// Whether Markdown is read, and not shown as typed.
  static let readsMarkdown = dlopen("libcmark-gfm-extensions.so.0.29.0.gfm.6", RTLD_LAZY) != nil
}
