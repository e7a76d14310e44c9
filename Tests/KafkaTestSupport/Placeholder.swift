enum KafkaTestSupportPlaceholder {}
