import ArabicAnalysis
import ArabicText
import Interface
import Reader

/// A text with names and quotations told in words in brackets, for those who hear it or read it by
/// braille: `ليلى الحداد [شخص]`, `[قول، ليلى الحداد:] … [نهاية القول]`.
struct SpokenMarks {
  let language: Language

  /// The words of `span` of `document`, a stretch of whole paragraphs, with those of `analysis` between
  /// them.
  ///
  /// - Complexity: O(*n* + *k* log *k*) in the bytes and in the names and quotations.
  func text(of span: TextSpan, in document: Document, _ analysis: Analysis) -> String {
    var result = ""
    var place = span.lower
    for insertion in insertions(document, analysis) where span.contains(insertion) {
      result += document.text.string(in: TextSpan(place, insertion.place)) + insertion.words
      place = insertion.place
    }
    return result + document.text.string(in: TextSpan(place, span.upper))
  }

  /// Words that stand at a place: at the same place, ends go before beginnings, and inner ends before
  /// outer ones.
  fileprivate struct Insertion {
    var place: TextOffset
    var rank: Int
    var words: String
  }

  private func insertions(_ document: Document, _ analysis: Analysis) -> [Insertion] {
    var all: [Insertion] = []
    for entity in analysis.entities where entity.kind.isNamed {
      let kind = "[\(string(entity.kind.name))]"
      for mention in entity.mentions {
        all.append(Insertion(place: mention.span.upper, rank: 0, words: " " + kind))
      }
    }
    for quotation in analysis.quotations where quotation.kind.isSpeech {
      let speaker = analysis.speakerName(of: quotation, in: document.text)
      let who = string(
        .plainQuotation, speaker.map { .word($0) } ?? .phrase(Phrase(.speakerUnknown)))
      for piece in quotation.content {
        let words = document.text.withMarks(piece)
        all.append(Insertion(place: words.lower, rank: 2, words: who + " "))
        all.append(
          Insertion(place: words.upper, rank: 1, words: " " + string(.plainQuotationEnd)))
      }
    }
    return all.enumerated().sorted {
      ($0.element.place, $0.element.rank, $0.offset) < (
        $1.element.place, $1.element.rank, $1.offset
      )
    }.map(\.element)
  }

  private func string(_ key: PhraseKey, _ arguments: Phrase.Argument...) -> String {
    // Isolates are for those who order text; they would be spoken.
    let said = Phrase(key, arguments).string(in: language)
    return String(
      String.UnicodeScalarView(said.unicodeScalars.filter { !(0x2066...0x2069).contains($0.value) })
    )
  }
}

extension DecodedText {
  /// `span` with the quotation marks around it, where they stand.
  fileprivate func withMarks(_ span: TextSpan) -> TextSpan {
    var span = span
    if let mark = scalar(before: span.lower), QuotationSigns.isOpening(mark.value) {
      span.lower = mark.offset
    }
    if let mark = scalar(at: span.upper), QuotationSigns.isClosing(mark.value) {
      span.upper = mark.span.upper
    }
    return span
  }
}

extension TextSpan {
  fileprivate func contains(_ insertion: SpokenMarks.Insertion) -> Bool {
    // What ends a stretch ends before it, and what begins the next begins behind it.
    insertion.rank == 2
      ? lower <= insertion.place && insertion.place < upper
      : lower < insertion.place && insertion.place <= upper
  }
}
