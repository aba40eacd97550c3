import ArgumentParser
import Interface

/// What an option of the command line takes that makes a setting.
extension Setting {
  /// The numbers that it can be, as help tells them: `20 to 400`.
  var range: String {
    guard case .numbers(let range) = values else { return allowed }
    return "\(range.lowerBound) to \(range.upperBound)"
  }

  /// Refuses a number that the setting cannot be, as `sentence` tells.
  ///
  /// - Throws: `ValidationError`.
  func validate(_ number: Int?, by sentence: PhraseKey) throws {
    guard let number, value(of: String(number)) == nil, case .numbers(let range) = values else {
      return
    }
    // Numbers as they are typed, in ASCII.
    throw ValidationError(
      sentence, .word(rawValue), .word("\(range.lowerBound)"), .word("\(range.upperBound)"))
  }
}

extension ValidationError {
  /// A fault of a call, in the language that was chosen.
  init(_ sentence: PhraseKey, _ arguments: Phrase.Argument...) {
    self.init(Phrase(sentence, arguments).string(in: .chosen))
  }
}
