// The callback that gives librdkafka its next OAUTHBEARER token. Unlike most others it runs on the library's background
// thread: a client that waits inside a call, as for its first transactional id, needs a token before that call can
// return.

internal import CRdKafka

extension ClientCallbacks {
    /// Registers the callback and keeps it off the client's own queue.
    @unsafe
    static func installTokenRefresh(on configuration: OpaquePointer) {
        // SAFETY: the closure captures nothing; the opaque value is the client's context, alive until after its
        // destruction.
        unsafe rd_kafka_conf_enable_sasl_queue(configuration, 1)
        unsafe rd_kafka_conf_set_oauthbearer_token_refresh_cb(configuration) { client, _, opaque in
            guard let client = unsafe client, let opaque = unsafe opaque else { return }
            unsafe ClientCallbacks.refreshToken(of: client, from: ClientCallbacks.context(opaque).tokenFile)
        }
    }

    /// Lets the callback run on the library's background thread, once the client is there.
    @unsafe
    static func serveTokenRefresh(of client: OpaquePointer) {
        // SAFETY: the client is alive; destroying NULL, which stands for success, does nothing. The only error there is
        // says that the queue is missing, which `installTokenRefresh` asked for.
        unsafe rd_kafka_error_destroy(rd_kafka_sasl_background_callbacks_enable(client))
    }

    @unsafe
    private static func refreshToken(of client: OpaquePointer, from file: TokenFile?) {
        guard let file else { return }
        let problem: String
        do throws(TokenFailure) {
            let token = try file.token()
            // SAFETY: the client is alive during its own callback; the library copies the texts.
            let (code, text) = unsafe withErrorText { buffer, size in
                unsafe rd_kafka_oauthbearer_set_token(
                    client,
                    token.value,
                    token.expiresAt,
                    token.principal,
                    nil,
                    0,
                    buffer,
                    size
                )
            }
            guard code != RD_KAFKA_RESP_ERR_NO_ERROR else { return }
            problem = text
        } catch {
            problem = error.message
        }
        // SAFETY: as above.
        unsafe _ = rd_kafka_oauthbearer_set_token_failure(client, problem)
    }
}
