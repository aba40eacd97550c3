import ArabicText
import Documents
import TestSupport
import Testing

/// Whatever a file holds, it is read or refused with a message.
@Suite struct TextFormatFuzzTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// How many changes are made to each file, and how many places it is cut at, about.
  private static let (changes, cuts) = (30, 60)

  @Test(arguments: FuzzedFiles.known + FuzzedFiles.named)
  func `any text is read or refused with a message`(
    name: String, text: String
  ) throws {
    for seed in Fuzz.seeds(Self.changes) {
      var generator = SeededGenerator(seed: UInt64(seed))
      // The beginning tells the format, and stays.
      let bytes = Array(text.utf8)
      let kept = seed % 2 == 0 ? min(24, bytes.count) : 0
      let changed = Array(bytes.prefix(kept)) + generator.mutated(Array(bytes.dropFirst(kept)))
      do {
        let document = try folder.load(changed, name)
        for block in document.structure?.blocks ?? [] {
          #expect(document.text.span.contains(block.span), "\(name), seed \(seed)")
        }
        for link in document.structure?.links ?? [] {
          #expect(document.text.span.contains(link.span), "\(name), seed \(seed)")
        }
        for page in document.structure?.pages ?? [] {
          #expect(page.start <= document.text.end, "\(name), seed \(seed)")
        }
      } catch let error as DocumentError {
        #expect(!error.description.isEmpty)
      }
    }
  }

  @Test(arguments: FuzzedFiles.known + FuzzedFiles.named)
  func `a file that is cut anywhere is read or refused`(
    name: String, text: String
  ) throws {
    let bytes = Array(text.utf8)
    for length in stride(from: 1, to: bytes.count, by: max(1, bytes.count / Self.cuts)) {
      do { _ = try folder.load(bytes.prefix(length), name) } catch let error as DocumentError {
        #expect(!error.description.isEmpty)
      }
    }
  }

  @Test(arguments: FuzzedFiles.known)
  func `what is named otherwise than it is is read by what it holds`(
    name: String, text: String
  ) throws {
    let format = try folder.load(text.utf8, name).structure?.format
    for other in ["x.html", "x.txt", "x.pdf"] where !name.hasSuffix(".md") {
      #expect(try folder.load(text.utf8, other).structure?.format == format)
    }
  }

  @Test(arguments: [
    ("a.md", "> ", 20_000), ("b.md", "[", 50_000), ("c.md", "*a **a ", 20_000),
    ("d.jsonl", "[", 100_000),
  ])
  func `what is nested without end keeps its words`(name: String, sign: String, count: Int) throws {
    let nested = String(repeating: sign, count: count)
    let text =
      name.hasSuffix(".md")
      ? "# ع\n\n\(nested)كلام" : "{\"text\": \"ع\", \"x\": \(nested)}\n{\"text\": \"كلام\"}"
    #expect(try folder.load(text.utf8, name).lines.joined().contains("كلام"))
  }
}
