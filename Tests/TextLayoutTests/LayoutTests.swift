import ArabicText
import Testing
import TextLayout

/// The text of each line in visual order, from the left.
private func visual(
  _ string: String, width: Int = 40, direction: Direction? = nil
) -> [String] {
  let text = DecodedText(string)
  let options = LayoutOptions(width: width, direction: direction)
  return ParagraphLayout(text, text.span, options: options).lines.map { line in
    line.cells.filter { $0.columns > 0 }.map(\.text).joined()
  }
}

/// The letters that shaped text shows, in the order drawn.
private func letters(_ string: String) -> String {
  String(string.unicodeScalars.map { Character($0) }).precomposedLetters
}

extension String {
  fileprivate var precomposedLetters: String {
    Folding.presentationForms.fold(self)
  }
}

struct LayoutTests {
  @Test func `Arabic runs from the right and joins`() {
    #expect(visual("بيت") == ["\u{FE96}\u{FEF4}\u{FE91}"])
  }

  @Test func `right-to-left lines end at the right edge, others at the left`() {
    let arabic = DecodedText("بيت")
    let lines = ParagraphLayout(arabic, arabic.span, options: LayoutOptions(width: 10)).lines
    #expect(lines[0].cells.map(\.column.value) == [7, 8, 9])
    let latin = DecodedText("abc")
    let left = ParagraphLayout(latin, latin.span, options: LayoutOptions(width: 10)).lines
    #expect(left[0].cells.map(\.column.value) == [0, 1, 2])
  }

  @Test(arguments: [true, false])
  func `lines behind the first hang by the columns that are asked for`(isVisual: Bool) {
    let arabic = DecodedText("• بيت كبير جدا")
    let lettering = Lettering(isVisual: isVisual)
    let options = LayoutOptions(width: 9, lettering: lettering, hang: 2)
    let lines = ParagraphLayout(arabic, arabic.span, options: options).lines
    #expect(lines.map { $0.cells.count { $0.kind == .text } } == [4, 4, 3])
    func drawn(_ line: Line) -> [Int] { line.cells.filter { $0.columns > 0 }.map(\.column.value) }
    let starts = isVisual ? lines.map { drawn($0).max() } : lines.map { drawn($0).min() }
    #expect(starts == (isVisual ? [8, 6, 6] : [0, 2, 2]))
    let latin = DecodedText("1. one two six")
    let left = ParagraphLayout(latin, latin.span, options: LayoutOptions(width: 8, hang: 3)).lines
    #expect(left.map { drawn($0).min() } == [0, 3, 3])
    // Where half of a line would be gone, lines begin at the edge.
    #expect(LayoutOptions(width: 7, hang: 4).hang == 0)
  }

  @Test func `lam-alef is one cell with both letters as its source`() {
    let text = DecodedText("سلام")
    let layout = ParagraphLayout(text, text.span, options: LayoutOptions(width: 10))
    #expect(layout.lines[0].cells.map(\.text) == ["\u{FEE1}", "\u{FEFC}", "\u{FEB3}"])
    #expect(layout.lines[0].cells[1].span == TextSpan(utf8: 2..<6))
  }

  @Test func `marks between lam and alef do not part them`() {
    let text = DecodedText("لَاً")
    let cells = ParagraphLayout(text, text.span, options: LayoutOptions(width: 10)).lines[0].cells
    #expect(cells.map(\.text) == ["\u{FEFB}\u{64E}\u{64B}"])
  }

  @Test func `a non-joiner keeps lam and alef apart and is not drawn`() {
    #expect(visual("ل\u{200C}ا") == ["\u{FE8D}\u{FEDD}"])
  }

  @Test func `a joiner makes a single letter join`() {
    #expect(visual("ه\u{200D}") == ["\u{FEEB}"])
  }

  @Test func `numbers and Latin stay upright and brackets mirror`() {
    let shown = visual("قال (Work) إن 15")[0]
    #expect(shown.hasPrefix("15 "))
    #expect(shown.contains("(Work)"))
    let arabic = visual("بيت (دار) نص")[0]
    #expect(letters(arabic) == "صن (راد) تيب")
  }

  @Test func `tatweel, Persian and Urdu letters take their forms`() {
    #expect(visual("بـب") == ["\u{FE90}\u{640}\u{FE91}"])
    #expect(visual("گپ") == ["\u{FB57}\u{FB94}"])
    #expect(visual("ٹے") == ["\u{FBAF}\u{FB68}"])
  }

  @Test func `an ayah sign is drawn as ornate parentheses around its number`() {
    #expect(visual("\u{6DD}١٢", direction: .rightToLeft) == ["\u{FD3E}١٢\u{FD3F}"])
    #expect(visual("\u{6DD}١٢", direction: .leftToRight) == ["\u{FD3E}١٢\u{FD3F}"])
  }

  @Test func `lines wrap at words in logical order before they are reordered`() {
    let lines = visual("كتب الولد الدرس", width: 9).map(letters)
    #expect(lines == ["دلولا بتك", "سردلا"])
  }

  @Test func `a word longer than the line is cut between cells, never inside a lam-alef`() {
    let lines = visual("الاستقلالية", width: 4)
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { !$0.isEmpty })
  }

  @Test func `white space at the end of a line takes no column`() {
    let text = DecodedText("ab   cd")
    let lines = ParagraphLayout(text, text.span, options: LayoutOptions(width: 3)).lines
    #expect(
      lines.map { $0.cells.filter { $0.columns > 0 }.map(\.text) } == [["a", "b"], ["c", "d"]])
    #expect(lines[0].span == TextSpan(utf8: 0..<5))
  }

  @Test func `blanks in a row are drawn as one where that is asked for, and all belong to it`() {
    let text = DecodedText("ab    cd  e")
    func lines(_ width: Int, closes: Bool) -> [Line] {
      let options = LayoutOptions(width: width, closesBlanks: closes)
      return ParagraphLayout(text, text.span, options: options).lines
    }
    let line = lines(20, closes: true)[0]
    #expect(line.cells.filter { $0.columns > 0 }.map(\.text).joined() == "ab cd e")
    #expect(line.runs(of: TextSpan(utf8: 3..<5)) == [Column(2)..<Column(3)])
    #expect(lines(20, closes: false)[0].cells.count { $0.columns > 0 } == 11)
    #expect(lines(5, closes: true).map(\.span) == [0..<10, 10..<11].map { TextSpan(utf8: $0) })
  }

  @Test func `a paragraph without a strong letter takes the direction it inherits`() {
    let text = DecodedText("123")
    for direction in [Direction.rightToLeft, .leftToRight] {
      let options = LayoutOptions(width: 10, fallback: direction)
      #expect(ParagraphLayout(text, text.span, options: options).direction == direction)
    }
  }

  @Test func `a span shows as one run for each stretch of its columns`() {
    let text = DecodedText("نص abc نص")
    let line = ParagraphLayout(text, text.span, options: LayoutOptions(width: 9)).lines[0]
    // From inside the first word to inside the Latin one: two stretches on the screen.
    let runs = line.runs(of: TextSpan(utf8: 2..<7))
    #expect(runs == [Column(3)..<Column(5), Column(6)..<Column(8)])
  }

  @Test func `control characters are drawn as pictures of themselves`() {
    #expect(visual("a\u{1B}[31mb\u{0}") == ["a\u{241B}[31mb\u{2400}"])
  }

  @Test func `logical order leaves letters and order to the terminal`() {
    let text = DecodedText("لا بيت")
    let options = LayoutOptions(width: 10, lettering: Lettering(isVisual: false))
    let line = ParagraphLayout(text, text.span, options: options).lines[0]
    #expect(line.cells.map(\.text).joined() == "لا بيت")
  }

  @Test(arguments: ["", " ", "و", "سطر فيه كلمات"])
  func `few layouts are remembered, however short the paragraphs are`(line: String) {
    let text = DecodedText(String(repeating: line + "\n", count: 5000))
    let cache = LayoutCache(text, capacity: 16 * 1024)
    for paragraph in text.paragraphs(in: text.span) {
      _ = cache.layout(of: paragraph, options: LayoutOptions(width: 20))
    }
    #expect((1...128).contains(cache.count))
  }

  @Test func `a cached layout is the one that would be made anew`() {
    let text = DecodedText("سطر أول\nسطر ثان\nسطر ثالث")
    let cache = LayoutCache(text, capacity: 20)
    let options = LayoutOptions(width: 6)
    for _ in 0..<2 {
      for paragraph in text.paragraphs(in: text.span) {
        let fresh = ParagraphLayout(text, paragraph, options: options)
        #expect(cache.layout(of: paragraph, options: options) == fresh)
      }
    }
  }
}
