import Annotations
import ArabicText
import Documents
import Glibc
import Reader
import Screen

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
    let annotations = try AnnotationStore(path: folder.path + "/a.sqlite")
      .annotations(of: text, path: document.path)
    try confirmNotes(annotations)

    let filled = try AnnotationStore(path: folder.path + "/b.sqlite").annotations(of: text)
    _ = try filled.perform(passages(of: text).map(AnnotationEdit.add), summary: "benchmark")
    let empty = try AnnotationStore(path: folder.path + "/c.sqlite").annotations(of: text)
    let bare = try median(9) { open(try empty.all()) }
    let full = try median(9) { open(try filled.all()) }
    print("  open and first screen, none                \(milliseconds(bare))")
    print("  … with \(Self.count) annotations beside it   \(milliseconds(full))")
    for (name, items) in [("none", []), ("\(Self.count)", try filled.all())] {
      var state = reader(items)
      let steps = 200
      let time = median(3) {
        for _ in 0..<steps { _ = update(&state, .key("j")); _ = screen(of: state) }
        return Int(state.size.rows)
      }
      print("  scroll a line and draw, \(name) annotations   \(milliseconds(time / Double(steps)))")
    }
  }

  private func confirmNotes(_ annotations: DocumentAnnotations) throws {
    var times: [Double] = []
    for passage in passages(of: annotations.text).prefix(60) {
      let start = seconds
      _ = try annotations.perform([.add(passage)], summary: "note")
      times.append(seconds - start)
    }
    times.sort()
    print(
      "  a note to disk, median of \(times.count)              \(milliseconds(times[times.count / 2]))"
    )
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

  /// What it takes from the file to a first screen that shows its annotations.
  private func open(_ items: [PlacedAnnotation]) -> Int {
    screen(of: reader(items)).row(1).count
  }

  private func reader(_ items: [PlacedAnnotation]) -> ReaderState {
    let loaded = document.path.flatMap { try? DocumentLoader.load(path: $0) } ?? document
    var state = ReaderState(document: loaded, size: Size(columns: 100, rows: 40))
    _ = update(&state, .notes(.all(items, isFirst: true)))
    return state
  }

  private func median(_ times: Int, _ work: () throws -> Int) rethrows -> Double {
    var found: [Double] = []
    var checksum = 0
    for _ in 0..<times {
      let start = seconds
      checksum &+= try work()
      found.append(seconds - start)
    }
    precondition(checksum != Int.min)
    return found.sorted()[times / 2]
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
      let folder = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
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
        for end in ["", "-wal", "-shm"] { unlink("\(path)/\(name).sqlite\(end)") }
      }
      rmdir(path)
    }
  }
}
