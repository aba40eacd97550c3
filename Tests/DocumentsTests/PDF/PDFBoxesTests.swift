import Testing

@testable import Documents

/// Where lines and words stand tells what belongs together.
struct PDFBoxesTests {
  @Test func `lines of two columns that the program holds for one block are parted`() throws {
    let names = (0..<6).flatMap { ["\($0) سطر من كلام العمود", "\($0 + 6) سطر من كلام العمود"] }
    let lines = (0..<12).map { index in
      let (left, right) = index % 2 == 0 ? (300, 570) : (30, 288)
      let top = 50 + index / 2 * 12 + index % 2
      return #"<line xMin="\#(left)" yMin="\#(top)" xMax="\#(right)" yMax="\#(top + 11)">"#
    }
    let boxes = ["<page >", #"<block xMin="30" yMin="50" xMax="570" yMax="130">"#] + lines
    let output = names.joined(separator: "\n") + "\n\u{0C}"
    let arranged = PDFColumns.arranged(
      Array(output.utf8), by: PDFBoxes(Array(boxes.joined(separator: "\n").utf8)))
    let numbers = String(decoding: arranged, as: UTF8.self).split { " \n".contains($0) }
      .compactMap { Int($0) }
    #expect(numbers == Array(0..<12))
  }

  @Test func `the rows of a table of short cells stay together`() throws {
    // Of the third row the program takes two cells for one line, whose words are as far apart as its cells.
    let cells: [[(words: [(left: Int, right: Int)], text: String)]] = [
      [([(540, 570)], "طنطا"), ([(500, 515)], "12"), ([(460, 490)], "لاحقا")],
      [([(535, 570)], "دمياط"), ([(500, 515)], "30"), ([(450, 470), (474, 490)], "قيد الإصلاح")],
      [([(508, 515), (522, 570)], "الإسكندرية 7"), ([(400, 490)], "تأجل")],
      [([(545, 570)], "أسوان"), ([(508, 515)], "9"), ([(465, 490)], "انتهى")],
    ]
    var (output, boxes) = ("سطر طويل فوق الجدول يملأ الصفحة.\n\n", ["<page >"])
    func add(_ words: [(left: Int, right: Int)], top: Int) {
      func box(_ left: Int, _ right: Int) -> String {
        #"xMin="\#(left)" yMin="\#(top)" xMax="\#(right)" yMax="\#(top + 14)">"#
      }
      let (left, right) = (words.first?.left ?? 0, words.last?.right ?? 0)
      boxes += ["<block \(box(left, right))", "<line \(box(left, right))"]
      boxes += words.map { "<word \(box($0.left, $0.right))x</word>" }
    }
    add([(30, 570)], top: 20)
    for (number, row) in cells.enumerated() {
      for cell in row {
        output += cell.text + "\n\n"
        add(cell.words, top: 50 + number * 21)
      }
    }
    let arranged = PDFColumns.arranged(
      Array((output + "\u{0C}").utf8), by: PDFBoxes(Array(boxes.joined(separator: "\n").utf8)))
    #expect(
      PDFPages(arranged).paragraphs.map { String(String.UnicodeScalarView($0.words)) } == [
        "سطر طويل فوق الجدول يملأ الصفحة.", "طنطا | 12 | لاحقا", "دمياط | 30 | قيد الإصلاح",
        "الإسكندرية 7 | تأجل", "أسوان | 9 | انتهى",
      ])
  }

  @Test func `a line that the program joins to the next for its hyphen is one of the boxes`() throws
  {
    let output = "an exam" + "ple of it\nlast\n\u{0C}"
    let boxes = """
      <page width="600">
      <flow>
      <block xMin="0" yMin="0" xMax="50" yMax="20">
      <line xMin="0" yMin="0" xMax="50" yMax="10">
      <word xMin="0" yMin="0" xMax="50" yMax="10">exam-</word>
      <line xMin="0" yMin="10" xMax="50" yMax="20">
      <word xMin="0" yMin="10" xMax="50" yMax="20">ple</word>
      <line xMin="0" yMin="20" xMax="50" yMax="30">
      <word xMin="0" yMin="20" xMax="50" yMax="30">last</word>
      """
    let read = PDFBoxes(Array(boxes.utf8))
    #expect(read.pages.map(\.count) == [2])
    #expect(PDFColumns.arranged(Array(output.utf8), by: read).count >= output.utf8.count)
  }

  @Test func `a dash that begins a line from right to left is kept`() {
    let (start, end) = ("\u{202B}", "\u{202C}")
    let output = "\(start) بند أول\(end)\(start) بند ثان\(end)\(start)كلام\(end)\n\u{0C}"
    let restored = PDFDashes.restored(in: Array(output.utf8))
    #expect(
      String(decoding: restored, as: UTF8.self)
        == "\(start)- بند أول\(end)\n\(start)- بند ثان\(end)\n\(start)كلام\(end)\n\u{0C}")
    let plain = Array("\(start)كلام\(end)\n\(start)كلام\(end)\n".utf8)
    #expect(PDFDashes.restored(in: plain) == plain)
  }
}
