enum NormalizerWorkerPlaceholder {}
