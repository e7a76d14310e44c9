// The messages about certificates and TLS. A family is one file of this folder.

enum Certificates {
    static let all = [certificates, certificateMaps, recentAccess, transportSecurity].flatMap { $0 }
}
