import TestSupport
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

  private let folder: TemporaryFolder
  private let file: String
  private let program = BuiltProgram.path("rawi")

  /// The program where it can keep notes, so that it has nothing to tell.
  private var command: [String] {
    ["/usr/bin/env", "XDG_DATA_HOME=\(folder.path)/data", program]
  }

  init() throws {
    folder = try TemporaryFolder()
    file = try folder.file("article.txt", Self.article.utf8)
  }

  @Test func `the screen holds the text of the article, to the letter`() throws {
    let tmux = try Tmux(command + [file], columns: 60, rows: 40)
    let rows = try tmux.screen { $0.last?.contains("100%") ?? false }
    var paragraphs: [[String]] = [[]]
    for row in rows.dropLast() {
      if row.isEmpty {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(VisualText.logical(row))
      }
    }
    let text = paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
    #expect(text == Self.article.split(separator: "\n").map(String.init))
  }

  @Test func `right-to-left lines end at the right edge`() throws {
    let tmux = try Tmux(command + [file], columns: 60, rows: 40)
    let rows = try tmux.screen { $0.last?.contains("100%") ?? false }
    let full = rows.dropLast().filter { !$0.isEmpty }
    #expect(full.count > 4)
    for row in full { #expect(row.count == 59, "\(row)") }
  }

  /// A pipe gets what there is and nothing else; a person is told.
  @Test(arguments: [
    (["notes"], "no notes yet"), (["names"], "taught nothing yet"),
    (["quotes", "--model", "none"], "nobody is quoted"),
  ])
  func `a list with nothing in it says so in a terminal`(words: [String], told: String) throws {
    let article = try folder.file("nothing.txt", "لا شيء هنا.".utf8)
    let files = words[0] == "quotes" ? [article] : []
    let line = (command + words + files).joined(separator: " ")
    let tmux = try Tmux(["sh", "-c", line + "; sleep 100"], columns: 80, rows: 6)
    let rows = try tmux.screen { $0.joined().contains(told) }
    #expect(rows.joined().contains(told))
    let piped = try Tmux(
      ["sh", "-c", line + " | cat; echo end; sleep 100"], columns: 80, rows: 6)
    #expect(try piped.screen { $0.joined().contains("end") }.joined().hasPrefix("end"))
  }

  @Test func `keys move through the article and q ends the program`() throws {
    let tmux = try Tmux([program, file], columns: 60, rows: 6)
    let start = try tmux.screen { $0.last?.contains("%") ?? false }
    #expect(start.last?.contains("100%") == false)
    try tmux.press("G")
    let end = try tmux.screen { $0.last?.contains("100%") ?? false }
    #expect(end.last?.contains("100%") == true)
    try tmux.press("q")
    #expect(try tmux.ends())
  }

  @Test func `a pipe is read as the article and keys come from the terminal`() throws {
    let tmux = try Tmux(
      ["sh", "-c", "cat \"$1\" | \"$0\"", program, file], columns: 60, rows: 6)
    let rows = try tmux.screen { $0.last?.contains("%") ?? false }
    #expect(VisualText.logical(rows[0]) == "افتتاح مكتبة النيل في مدينة الزهراء")
    try tmux.press("q")
    #expect(try tmux.ends())
  }

  @Test(arguments: [("show", "وُلِدَتْ لَيْلى"), ("hide", "ولدت ليلى")])
  func `tashkeel is shown or hidden as asked for`(choice: String, line: String) throws {
    let file = try folder.file("vocalised.txt", "وُلِدَتْ لَيْلى\n".utf8)
    let tmux = try Tmux([program, "--tashkeel=\(choice)", file], columns: 60, rows: 6)
    let rows = try tmux.screen { $0.last?.contains("100%") ?? false }
    #expect(VisualText.logical(rows[0]) == line)
    try tmux.press("q")
    #expect(try tmux.ends())
  }
}
