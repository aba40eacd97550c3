import ArabicText
import Foundation
import Testing

@testable import EntityModel

/// What the training side finds in 1,000 sentences, with the weights of the model file and activations
/// in floats; `Training/expected_tags.py` writes the file.
@Suite("The runtime and the training side")
struct TrainingSideTests {
  private struct Sentence {
    var text: String
    /// The tags of the full and of the fast tagger.
    var tags: [[Int]]
    /// The sums of the logarithms of the tags' probabilities.
    var likelihoods: [Double]
  }

  private func sentences() throws -> [Sentence] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/sentences.tsv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      let columns = line.split(separator: "\t").map(String.init)
      return Sentence(
        text: columns[0], tags: [1, 3].map { columns[$0].compactMap(\.wholeNumberValue) },
        likelihoods: try [2, 4].map { try #require(Double(columns[$0])) })
    }
  }

  /// Activations of eight bits decide otherwise where two tags are nearly as likely: at most in one
  /// word of 100, and the likelihood of a tag is off by a tenth at most on the average.
  @Test(arguments: [0, 1]) func `they agree on 1,000 sentences but for rounding`(
    _ number: Int
  ) throws {
    let session = try #require(number == 0 ? NameTagger.builtIn : .fast).session()
    var words = 0
    var other = 0
    var distance = 0.0
    let sentences = try sentences()
    for sentence in sentences {
      let text = DecodedText(sentence.text)
      let scores = session.scores(
        in: Tokenizer.tokens(of: text, in: text.span), of: text, guideline: .rawi)
      let path = TagPath.best(scores, allowed: Set(NameType.allCases))
      let tags = sentence.tags[number]
      try #require(path.count == tags.count, "\(sentence.text)")
      words += path.count
      other += zip(path, tags).count { $0 != $1 }
      let likelihood = zip(scores, tags).reduce(0) { $0 + Double($1.0.tags[$1.1]) }
      distance += abs(likelihood - sentence.likelihoods[number])
    }
    #expect(sentences.count == 1000)
    #expect(other * 100 <= words, "\(other) of \(words) words")
    #expect(distance / Double(words) < 0.1, "\(distance / Double(words))")
  }
}
