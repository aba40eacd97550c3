import Foundation
import Testing

@Suite(.enabled(if: Tmux.path != nil, "needs tmux"))
struct TmuxTests {
  /// An invented article with what is hard to order.
  private static let article = """
    افتتاح مكتبة النيل في مدينة الزهراء
    أعلنت بلدية الزهراء (BZ) الأحد افتتاح «مكتبة النيل»، وقالت المديرة سلمى عبد اللطيف إن "المكتبة للجميع، لا لفئة دون أخرى".
    وأضافت أن المبنى كلّف 12.5 مليون دينار، أي أقل بـ٣٠ في المئة من المقدّر عام 2019، وأن الشركة المنفذة هي Blue River Works.
    ولا إلا لأن الأولاد سألوا: هل تُفتح ليلا؟ أجابت: نعم [حتى العاشرة].
    """

  @Test func `the screen holds the text of the article, to the letter`() throws {
    let file = try Program.file(Self.article.utf8)
    let tmux = try Tmux([Program.path, file], columns: 60, rows: 40)
    let rows = try tmux.screen { $0.contains { $0.contains("100%") } }
    var paragraphs: [String] = []
    var lines: [String] = []
    for row in rows.dropLast() {
      if row.trimmingCharacters(in: .whitespaces).isEmpty {
        if !lines.isEmpty { paragraphs.append(lines.joined(separator: " ")) }
        lines = []
      } else {
        lines.append(VisualText.logical(row))
      }
    }
    #expect(paragraphs == Self.article.components(separatedBy: "\n"))
  }

  @Test func `right-to-left lines end at the right edge`() throws {
    let file = try Program.file(Self.article.utf8)
    let tmux = try Tmux([Program.path, file], columns: 60, rows: 40)
    let rows = try tmux.screen { $0.contains { $0.contains("100%") } }
    let full = rows.dropLast().filter { !$0.isEmpty }
    #expect(full.count > 4)
    for row in full { #expect(row.count == 59, "\(row)") }
  }

  @Test func `keys move through the article and q ends the program`() throws {
    let file = try Program.file(Self.article.utf8)
    let tmux = try Tmux([Program.path, file], columns: 60, rows: 6)
    _ = try tmux.screen { ($0.last ?? "").contains("%") }
    try tmux.press("G")
    let end = try tmux.screen { ($0.last ?? "").contains("100%") }
    #expect(end.last?.contains("100%") == true)
    try tmux.press("q")
    let deadline = Date(timeIntervalSinceNow: 10)
    while !tmux.hasEnded(), Date() < deadline { Thread.sleep(forTimeInterval: 0.02) }
    #expect(tmux.hasEnded())
  }

  @Test func `a pipe is read as the article and keys come from the terminal`() throws {
    let file = try Program.file(Self.article.utf8)
    let tmux = try Tmux(
      ["sh", "-c", "cat \"$1\" | \"$0\"", Program.path, file], columns: 60, rows: 6)
    let rows = try tmux.screen { ($0.last ?? "").contains("%") }
    #expect(VisualText.logical(rows[0]).hasPrefix("افتتاح مكتبة النيل"))
    try tmux.press("q")
    let deadline = Date(timeIntervalSinceNow: 10)
    while !tmux.hasEnded(), Date() < deadline { Thread.sleep(forTimeInterval: 0.02) }
    #expect(tmux.hasEnded())
  }
}
