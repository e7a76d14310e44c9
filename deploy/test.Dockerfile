# Profile `test` of docker-compose.yml: the suites that speak to a broker, built, with the tools they use.
ARG SWIFT_IMAGE=swift:6.3.1-bookworm
FROM ${SWIFT_IMAGE}
WORKDIR /src
COPY Package.swift ./
COPY Sources ./Sources
COPY Tests ./Tests
COPY deploy/install ./deploy/
# The cluster that the suites are given, so that none of their own has to be installed.
ENV KAFKA_BOOTSTRAP_SERVERS=kafka:9092
RUN deploy/install test && swift build --build-tests
# Some suites compare its pages with the program.
COPY deploy ./deploy
CMD ["deploy/test", "broker"]
