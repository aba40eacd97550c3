import Foundation
import Testing

/// What the library promises stands in `PublicInterface.txt` beside this file.
@Suite struct PublicInterfaceTests {
  private static let modules = ["ArabicText", "EntityModel", "ArabicAnalysis"]
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  private func source(of module: String) throws -> [String] {
    let sources = Self.folder.appending(path: "../../Sources/\(module)").standardized
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    return try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
      .sorted { $0.path < $1.path }.map { try String(contentsOf: $0, encoding: .utf8) }
  }

  private func declarations(of module: String) throws -> [PublicDeclaration] {
    let all = try source(of: module).flatMap { DeclarationScanner.publicDeclarations(of: $0) }
    let types = Set(all.filter(\.isType).map(\.owner))
    return all.filter { !$0.isConformance || types.contains($0.owner) }.sorted()
  }

  /// `RAWI_REWRITE_INTERFACE=1 swift test --filter PublicInterfaceTests` writes the file anew; a line
  /// that goes or changes breaks programs of others.
  @Test func `the public interface is the one that was promised`() throws {
    let found = try Self.modules.flatMap { module in
      let declarations = try declarations(of: module)
      let count = declarations.count { !$0.isConformance && !$0.isCase }
      return ["\(module): \(count) and the cases"] + declarations.map { "  \($0)" }
    }
    let file = Self.folder.appending(path: "PublicInterface.txt")
    if ProcessInfo.processInfo.environment["RAWI_REWRITE_INTERFACE"] != nil {
      try (found.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let promised = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(
      String.init)
    let changes = found.difference(from: promised).map { change in
      switch change {
      case .insert(_, let line, _): "+ \(line)"
      case .remove(_, let line, _): "- \(line)"
      }
    }
    #expect(
      changes.isEmpty,
      """
      The public interface has changed. If that is meant, write the file anew: \
      RAWI_REWRITE_INTERFACE=1 swift test --filter PublicInterfaceTests
      \(changes.joined(separator: "\n"))
      """)
  }

  @Test func `nothing public is added to types of others or to types that are not public`() throws {
    let all = try Self.modules.flatMap(declarations(of:))
    let own = Set(all.filter(\.isType).map(\.owner))
    #expect(all.filter { !own.contains($0.owner) }.map(\.description) == [])
  }

  @Test func `the scanner sees what is public and nothing else`() {
    let source = """
      public struct A: Hashable {  // public var no: Int
        public var one, two: Int
        @inlinable public init(
          _ one: [String: Int] = [:], body: () -> Void = { }
        ) throws(Failure)
        { "public var no: Int {" }
        package var no: Int { 0 }
        public private(set) var three = A { public_ }
        public enum Kind: String { case x, y; case z = "{" }
        enum Own { case no }
        public func run<T>() -> T
        where T: Sendable {
          func no() {}
        }
      }
      extension A.Kind: CustomStringConvertible {
        public var description: String { "" }
      }
      extension Array { public static func == (a: Self, b: Self) -> Bool { true } }
      public extension Int { var no: Int { 0 } }
      """
    let found = DeclarationScanner.publicDeclarations(of: source).map(\.description)
    #expect(
      found == [
        "A  struct A: Hashable", "A  var one, two: Int",
        "A  init(_ one: [String: Int] = [:], body: () -> Void = { }) throws(Failure)",
        "A  private(set) var three", "A.Kind  enum Kind: String", "A.Kind  case x, y",
        "A.Kind  case z = \"…\"", "A  func run<T>() -> T where T: Sendable",
        "A.Kind  extension A.Kind: CustomStringConvertible",
        "A.Kind  var description: String { get }",
        "Array  static func == (a: Self, b: Self) -> Bool", "Int  extension Int",
      ])
  }
}
