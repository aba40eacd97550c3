import Annotations
import ArabicAnalysis
import ArabicText
import Documents
import Glibc
import Interface
import Reader
import Screen
import TestSupport

/// Measures annotations: how long a note takes to be on disk, and what ten thousand of them cost.
///
/// In time as a person waits it, not in CPU time: the disk counts. The store lies in a folder of its own
/// beside the document, so that it is that disk which is measured.
struct NotesBenchmark {
  private static let count = 10_000

  let document: Document

  func run() throws {
    let folder = try Folder(beside: document.path ?? ".")
    defer { folder.remove() }
    let hash = document.contentHash ?? DocumentLoader.contentHash(of: document.text)
    let text = AnchoredText(document.text, contentHash: hash)
    func store(_ name: String) throws -> DocumentAnnotations {
      try AnnotationStore(in: DataFolder(path: "\(folder.path)/\(name)/rawi"))
        .annotations(of: text, path: document.path)
    }
    try confirmNotes(try store("a"))
    _ = try store("c").perform(passages(of: text).map(AnnotationEdit.add), summary: "benchmark")
    let items = try open(try store("b"), try store("c"))
    // The stores are closed now: the program finds them as it has left them itself.
    try openProgram("\(folder.path)/b", "\(folder.path)/c")
    scroll(items)
  }

  /// What it takes from the file and the store to a first screen that shows the annotations, as the
  /// program has it when the store answers before the screen is drawn.
  ///
  /// - Returns: the annotations.
  private func open(
    _ empty: DocumentAnnotations, _ filled: DocumentAnnotations
  ) throws -> [PlacedAnnotation] {
    let bare = try median(9) { try open(try empty.all()) }
    let full = try median(9) { try open(try filled.all()) }
    report("open and draw, no annotations", bare)
    report("open and draw, \(Self.count) of them read first", full)
    return try filled.all()
  }

  /// What a person waits for at the program.
  private func openProgram(_ empty: String, _ filled: String) throws {
    let program = BuiltProgram.path("rawi")
    guard let path = document.path, access(program, X_OK) == 0 else {
      print("  \(program) is not built: what a person waits for is left out")
      return
    }
    func time(_ folder: String, _ measure: (ProgramRun) throws -> Double) throws -> Double {
      try median(9) {
        let run = try ProgramRun(program, [path], folder: folder)
        defer { run.quit() }
        return try measure(run)
      }
    }
    report("the program's first text, no annotations", try time(empty) { try $0.firstArabic() })
    report("the same with \(Self.count)", try time(filled) { try $0.firstArabic() })
    report("the program until it shows them", try time(filled) { try $0.first("•") })
  }

  /// A line down, with the names that the analysis finds in the pane.
  private func scroll(_ items: [PlacedAnnotation]) {
    let analysis = Analyzer().analyze(document)
    for (name, items) in [("no", []), ("\(Self.count)", items)] {
      var state = reader(items)
      _ = update(
        &state, .answer(.analysis(analysis, .finished(span: document.text.span)), of: .first))
      let steps = 200
      let time = median(3) {
        let start = seconds
        for _ in 0..<steps {
          _ = update(&state, .key("j"))
          _ = screen(of: state)
        }
        return (seconds - start) / Double(steps)
      }
      report("scroll a line and draw, \(name) annotations", time)
    }
  }

  private func confirmNotes(_ annotations: DocumentAnnotations) throws {
    var passages = passages(of: annotations.text)[...]
    let count = min(61, passages.count)
    let time = try median(count) {
      guard let passage = passages.popFirst() else { return 0 }
      let start = seconds
      _ = try annotations.perform([.add(passage)], summary: "note")
      return seconds - start
    }
    report("a note to disk, median of \(count)", time)
  }

  /// Annotations all over the text: highlights and notes of a few words each.
  private func passages(of text: AnchoredText) -> [Annotation] {
    let step = max(1, text.counter.count / Self.count)
    return (0..<Self.count).compactMap { number in
      let start = number * step % max(1, text.counter.count - 24)
      return text.anchor(start: start, end: start + 12).map { anchor in
        Annotation(
          anchor: anchor, color: HighlightColor.allCases[number % 5],
          note: number.isMultiple(of: 3) ? "ملاحظة رقم \(number)" : "", tags: ["وسم"])
      }
    }
  }

  private func open(_ items: @autoclosure () throws -> [PlacedAnnotation]) rethrows -> Double {
    let start = seconds
    let state = reader(try items())
    _ = screen(of: state)
    return seconds - start
  }

  private func reader(_ items: [PlacedAnnotation]) -> ReaderState {
    let loaded = document.path.flatMap { try? DocumentLoader.load(path: $0) } ?? document
    var state = ReaderState(document: loaded, size: Size(columns: 100, rows: 40))
    _ = update(&state, .answer(.notes(.all(items, isFirst: true)), of: .first))
    return state
  }

  /// The median of what `work` gives in so many runs.
  private func median(_ times: Int, _ work: () throws -> Double) rethrows -> Double {
    var found: [Double] = []
    for _ in 0..<times { found.append(try work()) }
    return found.sorted()[times / 2]
  }

  private func report(_ name: String, _ seconds: Double) {
    let padding = String(repeating: " ", count: max(1, 48 - name.count))
    print("  \(name)\(padding)\(milliseconds(seconds))")
  }

  private func milliseconds(_ seconds: Double) -> String {
    let hundredths = Int((seconds * 100_000).rounded())
    let digits = String(hundredths % 100)
    return "\(hundredths / 100).\(digits.count < 2 ? "0" + digits : digits) ms"
  }

  private var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// A folder for the time of a measurement.
  private struct Folder {
    let path: String

    init(beside file: String) throws {
      // From the root: a relative path is none for XDG_DATA_HOME.
      guard let real = realpath(file, nil) else {
        throw StoreError.cannotOpen(path: file, errno: errno)
      }
      defer { free(real) }
      let beside = String(cString: real)
      let folder = beside.lastIndex(of: "/").map { String(beside[..<$0]) } ?? "."
      var template = Array((folder + "/rawi-benchmark-XXXXXX").utf8CString)
      guard mkdtemp(&template) != nil else {
        throw StoreError.cannotMakeFolder(path: folder, errno: errno)
      }
      path = template.withUnsafeBufferPointer { buffer in
        String(decoding: buffer.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      }
    }

    func remove() {
      for name in ["a", "b", "c"] {
        for file in ["annotations.sqlite", "annotations.sqlite-wal", "annotations.sqlite-shm"] {
          unlink("\(path)/\(name)/rawi/\(file)")
        }
        rmdir("\(path)/\(name)/rawi")
        rmdir("\(path)/\(name)")
      }
      rmdir(path)
    }
  }
}
