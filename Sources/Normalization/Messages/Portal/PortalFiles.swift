// Cisco 716010 to 716037: what a user does with files and folders by way of the portal.
// The verb is printed as it stands; an attempt that failed has a reason instead.

extension Portal {
    @MessageBuilder static var portalFiles: [Message] {
        Message(716010, "WebVPN user browsed network", .system, .success) {
            "\(.groupUserIP) \(action: "Browse") network."
        }
        Message(716011, "WebVPN user browsed domain", .system, .success) {
            "\(.groupUserIP) \(action: "Browse") domain \(foreign: .text)"
        }
        Message(716012, "WebVPN user browsed directory", .system, .success) {
            "\(.groupUserIP) \(action: "Browse") directory \(foreign: .text)"
        }
        Message(716013, "WebVPN user closed file", .system, .success) {
            "\(.groupUserIP) \(action: "Close") file \(foreign: .text)"
        }
        Message(716014, "WebVPN user viewed file", .system, .success) {
            "\(.groupUserIP) \(action: "View") file \(foreign: .text)"
        }
        Message(716015, "WebVPN user removed file", .system, .success) {
            "\(.groupUserIP) \(action: "Remove") file \(foreign: .text)"
        }
        Message(716016, "WebVPN user renamed file", .system, .success) {
            "\(.groupUserIP) \(action: "Rename") file \(foreign: .text) to \(foreign: .text)"
        }
        Message(716017, "WebVPN user modified file", .system, .success) {
            "\(.groupUserIP) \(action: "Modify") file \(foreign: .text)"
        }
        Message(716018, "WebVPN user created file", .system, .success) {
            "\(.groupUserIP) \(action: "Create") file \(foreign: .text)"
        }
        Message(716019, "WebVPN user created directory", .system, .success) {
            "\(.groupUserIP) \(action: "Create") directory \(foreign: .text)"
        }
        Message(716020, "WebVPN user removed directory", .system, .success) {
            "\(.groupUserIP) \(action: "Remove") directory \(foreign: .text)"
        }
        Message(716021, "WebVPN file access DENIED", .system, .failure) {
            "File access \(action: "DENIED"), \(.text)"
        }
        Message(716022, "WebVPN unable to connect to proxy server", .system, .failure) {
            "Unable to connect to proxy server \(.reason)"
        }
        Message(716023, "WebVPN session could not be established, session limit reached", .system, .failure) {
            "\(.groupUserIP) Session could not be established: \(.reason)"
        }
        Message(716024, "WebVPN unable to browse the network", .system, .failure) {
            "\(.groupUserIP) Unable to browse the network.Error: \(.reason)"
        }
        Message(716025, "WebVPN unable to browse domain", .system, .failure) {
            "\(.groupUserIP) Unable to browse domain \(foreign: .text).Error: \(.reason)"
        }
        Message(716026, "WebVPN unable to browse directory", .system, .failure) {
            "\(.groupUserIP) Unable to browse directory \(foreign: .text).Error: \(.reason)"
        }
        Message(716027, "WebVPN unable to view file", .system, .failure) {
            "\(.groupUserIP) Unable to view file \(foreign: .text).Error: \(.reason)"
        }
        Message(716028, "WebVPN unable to remove file", .system, .failure) {
            "\(.groupUserIP) Unable to remove file \(foreign: .text).Error: \(.reason)"
        }
        Message(716029, "WebVPN unable to rename file", .system, .failure) {
            "\(.groupUserIP) Unable to rename file \(foreign: .text).Error: \(.reason)"
        }
        Message(716030, "WebVPN unable to modify file", .system, .failure) {
            "\(.groupUserIP) Unable to modify file \(foreign: .text).Error: \(.reason)"
        }
        Message(716031, "WebVPN unable to create file", .system, .failure) {
            "\(.groupUserIP) Unable to create file \(foreign: .text).Error: \(.reason)"
        }
        Message(716032, "WebVPN unable to create folder", .system, .failure) {
            "\(.groupUserIP) Unable to create folder \(foreign: .text).Error: \(.reason)"
        }
        Message(716033, "WebVPN unable to remove folder", .system, .failure) {
            "\(.groupUserIP) Unable to remove folder \(foreign: .text).Error: \(.reason)"
        }
        Message(716034, "WebVPN unable to write to file", .system, .failure) {
            "\(.groupUserIP) Unable to write to file \(foreign: .text)"
        }
        Message(716035, "WebVPN unable to read file", .system, .failure) {
            "\(.groupUserIP) Unable to read file \(foreign: .text)"
        }
        Message(716036, "WebVPN file access, user logged into server", .system, .success) {
            """
            \(.groupUserIP) File Access: User \(foreign: .text) \(action: "logged into") the \(.destinationAddress) \
            server.
            """
        }
        Message(716037, "WebVPN file access, user failed to login into server", .system, .failure) {
            """
            \(.groupUserIP) File Access: User \(foreign: .text) failed to login into the \(.destinationAddress) server.
            """
        }
    }
}
