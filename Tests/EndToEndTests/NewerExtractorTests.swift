import Annotations
import ArabicText
import Documents
import TestSupport
import Testing

/// Notes that were written on what older rules took of a page stand where the newer rules put their words.
@Suite(.serialized) struct NewerExtractorTests {
  private static let page = """
    <!DOCTYPE html><html lang="ar"><head><title>جسر جديد في وادي النخيل</title></head><body>
    <nav><a href="/1">الرئيسة</a> <a href="/2">اقتصاد</a></nav><article><h1>جسر جديد في وادي النخيل</h1>
    <p>افتتحت وزيرة النقل ليلى الحداد جسرا جديدا في وادي النخيل، وقالت إن الجسر يربط القرى بالمدينة الكبيرة.</p>
    <p>وأضافت الوزيرة أن شركة السواعد أنهت العمل قبل موعده بشهرين، وأن السير عليه يبدأ صباح الأحد المقبل.</p>
    <p>وأثنى سامر العلي، رئيس بلدية الزهراء، على المهندسين، وقال إن الناس انتظروا هذا اليوم عشرين عاما.</p>
    </article></body></html>
    """

  private let folder: TemporaryFolder
  private let texts: TemporaryFolder
  private let file: String
  private let document: Document

  init() throws {
    folder = try TemporaryFolder()
    texts = try TemporaryFolder()
    file = try texts.file("page.html", Self.page.utf8)
    document = try DocumentLoader.load(path: file)
  }

  /// Notes on `passages` of `text`, as the rules before those of this program took it of the page.
  private func write(on passages: [String], of text: String) throws {
    let extractor = try #require(document.structure?.extractor)
    let older = DocumentStructure.Extractor(extractor.name, version: extractor.version - 1)
    let decoded = DecodedText(text)
    let anchored = AnchoredText(
      decoded, contentHash: DocumentLoader.contentHash(of: decoded, by: older))
    let edits = try passages.map { passage -> AnnotationEdit in
      let range = try #require(text.firstRange(of: passage))
      let bounds = [range.lowerBound, range.upperBound].map {
        text.utf8.distance(from: text.startIndex, to: $0)
      }
      let anchor = try #require(anchored.anchor(of: TextSpan(utf8: bounds[0]..<bounds[1])))
      return .add(Annotation(id: AnnotationID(rawValue: passage), anchor: anchor, note: passage))
    }
    let store = try AnnotationStore(in: DataFolder(path: folder.path + "/rawi"))
    _ = try store.annotations(of: anchored, path: file).perform(edits, summary: "add")
  }

  /// The words of the page as this program takes them.
  private var words: String {
    document.text.string(in: TextSpan(utf8: 0..<document.text.utf8Count))
  }

  /// Where the notes stand in the page now: the words there, and whether a person has to say so.
  private func places() throws -> [String: Placement] {
    let placed = try AnnotatingReader.annotations(of: file, data: folder.path)
    return Dictionary(uniqueKeysWithValues: placed.map { ($0.annotation.note, $0.placement) })
  }

  @Test func `of the same words notes are moved`() throws {
    try write(on: ["ليلى الحداد", "وادي النخيل"], of: words)
    for (passage, placement) in try places() {
      guard case .moved(let span) = placement else {
        Issue.record("\(passage) is \(placement)")
        continue
      }
      #expect(document.text.string(in: span) == passage)
    }
  }

  @Test func `the reader tells what it moved, what is to be confirmed, and what has no place`()
    async throws
  {
    // Older rules took the menu, too, and cut a name.
    let older = "الرئيسة اقتصاد\n" + words.replacing("سامر العلي", with: "سامر ال علي")
    try write(on: ["ليلى الحداد", "سامر ال علي", "الرئيسة اقتصاد"], of: older)
    try await ProgramThread.run {
      let reader = try AnnotatingReader(file, data: folder.path)
      try reader.awaitScreen()
      try reader.await("without a place 1")
      try reader.quit()
    }
    let places = try places()
    #expect(places["ليلى الحداد"]?.span.map(document.text.string(in:)) == "ليلى الحداد")
    #expect(places["الرئيسة اقتصاد"] == .orphan)
    guard case .likely(let span, _) = places["سامر ال علي"] else {
      Issue.record("\(places)")
      return
    }
    #expect(document.text.string(in: span).contains("العلي"))
  }
}
