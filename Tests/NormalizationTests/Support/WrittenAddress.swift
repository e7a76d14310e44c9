// What becomes of an address in an event.

import TestSupport

@testable import Normalization

/// An address as the encoder writes it; one that was read from no line is written from its value.
func written(_ address: IPAddress, of line: [UInt8] = []) -> String {
    var buffer = OutputBuffer()
    buffer.write(atMost: 40) { cursor in
        switch address {
        case .v4(let four): cursor.append("", ipv4: four, of: line.span)
        case .v6(let high, let low):
            cursor.append(ipv6: high, low)
            cursor.append(ASCII.quote)
        }
    }
    return String(buffer.text.dropLast())
}
