import TestSupport
import Testing

@testable import EntityModel

@Suite("The path of tags")
struct TagPathTests {
  @Test func `a name always begins with its first tag, and only asked-for types occur`() {
    var random = SeededGenerator(seed: 23)
    let types: Set<NameType> = [.person, .place]
    for _ in 0..<300 {
      let scores = (0..<12).map { _ in
        WordScores(
          tags: EntityTag.all.map { _ in Float.random(in: -9...0, using: &random) }, clitics: 0)
      }
      let path = TagPath.best(scores, allowed: types).map { EntityTag.all[$0] }
      #expect(path.count == scores.count)
      var last: EntityTag?
      for tag in path {
        #expect(tag.mayFollow(last))
        switch tag {
        case .outside: break
        case .begin(let type), .inside(let type): #expect(types.contains(type))
        }
        last = tag
      }
    }
  }

  @Test func `no other path is likelier`() {
    var random = SeededGenerator(seed: 29)
    let all = Set(NameType.allCases)
    for _ in 0..<40 {
      let scores = (0..<4).map { _ in
        WordScores(
          tags: EntityTag.all.map { _ in Float.random(in: -9...0, using: &random) }, clitics: 0)
      }
      let found = total(TagPath.best(scores, allowed: all), scores)
      var best = -Float.infinity
      for code in 0..<9 * 9 * 9 * 9 {
        let path = [code / 729, code / 81 % 9, code / 9 % 9, code % 9]
        let tags = path.map { EntityTag.all[$0] }
        let isPath = zip([nil] + tags, tags).allSatisfy { $1.mayFollow($0) }
        if isPath { best = max(best, total(path, scores)) }
      }
      #expect(abs(found - best) < 1e-4)
    }
  }

  @Test func `nothing has an empty path`() {
    #expect(TagPath.best([], allowed: [.person]).isEmpty)
  }

  private func total(_ path: [Int], _ scores: [WordScores]) -> Float {
    zip(path, scores).reduce(0) { $0 + $1.1.tags[$1.0] }
  }
}
