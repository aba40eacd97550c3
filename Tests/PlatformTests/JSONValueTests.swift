import Testing

@testable import Platform

@Suite struct JSONValueTests {
  private func value(_ text: String) throws -> JSONValue { JSONValue(try JSON(parsing: text)) }

  @Test func `what is there is given`() throws {
    let value = try value(#"{"a": [{"b": "x", "n": 3, "is": true, "none": null}]}"#)
    let first = try #require(try value["a"].elements.first)
    #expect(try first["b"].string == "x")
    #expect(try first["n"].integer == 3)
    #expect(try first["is"].bool)
    #expect(first.optional("none") == nil)
    #expect(first.optional("other") == nil)
    #expect(first.path == "a.0")
  }

  @Test func `what is missing or of another kind is told with the way to it`() throws {
    let value = try value(#"{"a": [{"b": 1}, 2.5]}"#)
    #expect(throws: JSONValue.Mismatch(path: "", expected: "a member \"x\"")) { try value["x"] }
    #expect(throws: JSONValue.Mismatch(path: "a.0.b", expected: "a string")) {
      try value["a"].elements[0]["b"].string
    }
    #expect(throws: JSONValue.Mismatch(path: "a.1", expected: "a whole number")) {
      try value["a"].elements[1].integer
    }
    #expect(throws: JSONValue.Mismatch(path: "a", expected: "an object")) { try value["a"]["b"] }
    let mismatch = #expect(throws: JSONValue.Mismatch.self) { try value["a"].elements[0]["b"].bool }
    #expect(mismatch?.description == "a.0.b: true or false expected")
  }
}
