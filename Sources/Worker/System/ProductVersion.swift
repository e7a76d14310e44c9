// The product's version, once.

/// Version of the product.
public enum ProductVersion {
    /// Semantic version.
    public static let current = "0.1.0"
}
