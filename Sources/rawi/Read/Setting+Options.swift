import ArgumentParser
import Interface

/// What an option of the command line takes that makes a setting.
extension Setting {
  /// The numbers that it can be, as help tells them: `20 to 400`.
  var range: String {
    guard case .numbers(let range) = values else { return allowed }
    return "\(range.lowerBound) to \(range.upperBound)"
  }

  /// Refuses a number of `unit` that the setting cannot be.
  ///
  /// - Throws: `ValidationError`.
  func validate(_ number: Int?, in unit: String) throws {
    guard let number, value(of: String(number)) == nil else { return }
    throw ValidationError("--\(rawValue) takes a number of \(unit) from \(range)")
  }
}
