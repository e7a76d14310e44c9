# Profile `test` of docker-compose.yml: the suites that speak to a broker, built, with the tools they use.
ARG SWIFT_IMAGE=swift:6.3.1-bookworm
FROM ${SWIFT_IMAGE}
WORKDIR /src
COPY Package.swift ./
COPY Sources ./Sources
COPY Tests ./Tests
COPY deploy/install deploy/test deploy/test-sasl ./deploy/
RUN deploy/install test && swift build --build-tests
CMD ["deploy/test", "broker"]
