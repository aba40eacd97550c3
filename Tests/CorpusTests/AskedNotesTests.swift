import Annotations
import ArabicText
import Testing

@testable import Library

/// Which notes of one document are asked for.
struct AskedNotesTests {
  private func placed(_ note: String, _ tags: String...) -> PlacedAnnotation {
    let anchor = Anchor(
      start: ScalarOffset(0), end: ScalarOffset(3), exact: "قال", prefix: "",
      suffix: "",
      contentHash: "h")
    return PlacedAnnotation(Annotation(anchor: anchor, note: note, tags: tags), .orphan)
  }

  private func asked(
    _ note: String? = nil, _ tags: [String] = [], of annotations: [PlacedAnnotation]
  ) throws -> [String] {
    var request = FindRequest()
    request.note = try note.map { try #require(FindQuery($0)) }
    request.tags = tags
    return request.asked(of: annotations).map { $0.annotation.note }
  }

  @Test func `tags and the note hold together on different passages of one document`() throws {
    let all = [placed("أولى", "روسيا"), placed("ثانية غريبة", "شروط"), placed("ثالثة")]
    #expect(try asked(nil, ["روسيا", "شروط"], of: all) == ["أولى", "ثانية غريبة"])
    #expect(try asked("الغريبة", ["روسيا"], of: all) == ["أولى", "ثانية غريبة"])
    #expect(try asked("الغريبة", ["شروط"], of: all) == ["ثانية غريبة"])
    #expect(try asked(nil, ["روسيا", "رياضة"], of: all).isEmpty)
    #expect(try asked("رياضة", ["روسيا"], of: all).isEmpty)
    // The words of a note are all in one.
    #expect(try asked("أولى ثانية", of: all).isEmpty)
  }

  @Test func `all that was written is asked for where nothing in particular is`() throws {
    #expect(try asked(of: [placed("", "روسيا"), placed("ثالثة"), placed("")]) == ["", "ثالثة"])
  }
}
