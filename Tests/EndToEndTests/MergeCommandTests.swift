import Foundation
import TestSupport
import Testing

/// Two people's annotations compared and brought together by the program.
struct MergeCommandTests {
  private let annotator: Annotator
  private let files: [String]

  init() throws {
    annotator = try Annotator()
    // Of 27 tokens both label two as a person; one labels one more as a place, the other two.
    files = [
      try annotator.standoff(
        "one.ann", ("PER", "ليلى الحداد", ""), ("LOC", "الزهراء", "")),
      try annotator.standoff(
        "other.ann", ("PER", "ليلى الحداد", "من هي؟"), ("LOC", "مدينة الزهراء", "")),
    ]
  }

  /// What the two are told, worked out by hand.
  ///
  /// F1 is 2·1 of 2 + 2. They say the same of 26 tokens; chance would have (2·2 + 1·2 + 24·23) ÷ 27²
  /// of them, and κ is (26 ÷ 27 − chance) ÷ (1 − chance).
  private static let agreement = """
    spans\t2\t2\t1 shared
    F1\t0.500
    kappa\t0.842\t27 tokens
    union\t3\t1 conflicts

    """

  private func merge(_ files: [String], _ options: String...) throws -> String {
    let result = try annotator.run(["merge"] + files + ["--of", annotator.article] + options)
    #expect(result.status == 0)
    #expect(result.message == "")
    return result.text
  }

  @Test func `comparing two people's annotations says how far they agree and takes nothing in`()
    throws
  {
    #expect(try merge(files, "--compare") == Self.agreement)
    #expect(try annotator.output("notes") == "")
  }

  @Test func `bringing them together takes in what both say once and what contradicts to be asked`()
    throws
  {
    #expect(try merge(files) == Self.agreement + "taken in\t3\n")
    let spans = try annotator.output("export", annotator.article, "--format", "brat")
    #expect(spans.components(separatedBy: "conflict-").count == 3)
    #expect(spans.contains("من هي؟"))
    #expect(try merge(files) == Self.agreement + "taken in\t0\n")
  }

  @Test func `a copy of all annotations is one person's as well as a file`() throws {
    let other = try Annotator()
    _ = try other.output("import", other.article, "--from", files[1])
    let copy = annotator.folder.path + "/copy.sqlite"
    _ = try other.output("notes", "backup", copy)
    #expect(try merge([files[0], copy], "--compare") == Self.agreement)
  }

  @Test func `nothing agrees with nothing, and everything with itself`() throws {
    let empty = try annotator.folder.file("none.jsonl", #"{"text": "", "spans": []}"#.utf8)
    #expect(try merge([empty, empty], "--compare").contains("F1\t-\nkappa\t-\t27 tokens\n"))
    #expect(
      try merge([files[0], files[0]], "--compare").contains("F1\t1.000\nkappa\t1.000\t27 tokens\n"))
  }
}
