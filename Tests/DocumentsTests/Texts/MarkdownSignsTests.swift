import ArabicText
import Documents
import TestSupport
import Testing

/// Markdown without a name is known by its marks, and nothing else is taken for it.
@Suite struct MarkdownSignsTests {
  private func format(_ text: String, _ name: String = "standard input") throws -> String? {
    try DocumentLoader.document(ofStream: Array(text.utf8), isWhole: true, name: name).structure?
      .format
  }

  @Test(
    .enabled("cmark-gfm is not here") { Library.readsMarkdown },
    arguments: [
      "# عنوان\n\nكلام طويل.\n\n* بند\n* بند ثان\n",
      "عنوان\n\n## قسم\r\n\r\nكلام **مهم** هنا.\n",
      "[![شارة](b.svg)](https://example.org)\n\n# عنوان\n\nكلام.\n",
      "كلام [هنا](https://example.org/a) وهو **مهم**.\n",
      "---\ntitle: عنوان\ndate: 2026-03-01\n---\n\nكلام.\n",
      "# عنوان\n\n| أ | ب |\n|---|:-:|\n| ج | د |\n",
      "# عنوان\n\nكلام.[^1]\n\n[^1]: حاشية.\n",
      "# عنوان\n\n> قول منقول\n",
      "كلام [هنا](a.html).\n\n```\nlet a = 1\n```\n",
    ])
  func `marks of two kinds tell it, whatever it is called`(text: String) throws {
    for name in ["standard input", "README", "notes.mkd", "notes.md"] {
      #expect(try format(text, name) == "markdown", "\(name)")
    }
    #expect(try format(text, "notes.txt") == nil)
  }

  @Test(arguments: [
    "قالت الوزيرة إن الجسر مفتوح.\n\n- أول\n- ثان\n\n1. أول\n2. ثان\n",
    "#غزة #لبنان\n\n# عاجل\n\nكلام عن الجسر.\n\n***\n\nكلام.\n",
    "# what it is set to\nname: x\nitems:\n  - a\n  - b\n# the end\nother: y\n",
    "> قال المراسل\n> ذلك\n\nكلام (1) ثم [2].\n\n- بند\n- بند\n",
    "كلام [من المصدر](كما ورد) وآخر 2**3 و** 4.\n\n---\nكلام\n---\n",
    "---\nالمصدر: وكالة\n---\n\nكلام عن الجسر.\n",
    "أ | ب\n---------\nج | د\n\n* بند\n* بند\n",
    "الجولة الأولى ** الجولة الثانية ** الثالثة.\n\n> - قول\n> - قول\n",
  ])
  func `what looks a little like it stays as it is typed`(text: String) throws {
    #expect(try format(text) == nil)
  }

  @Test func `no plain text is taken for it`() throws {
    for seed in Fuzz.seeds(300) {
      var generator = SeededGenerator(seed: UInt64(seed))
      let separators = ["\n", "\n\n", "\r\n", "\n- ", "\n• ", "\n* ", "\n— "]
      let lines = (0..<12).map { _ in
        RandomText.paragraph(scalars: .random(in: 0...60, using: &generator), using: &generator)
      }
      let text = "خبر " + lines.joined(separator: separators.randomElement(using: &generator) ?? "")
      // Some are no text at all.
      let format = (try? format(text)) ?? nil
      #expect(format == nil, "seed \(seed)")
    }
  }
}
