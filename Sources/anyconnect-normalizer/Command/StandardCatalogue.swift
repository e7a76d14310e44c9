// The catalogue as commands need it: compiled, or a fault like those of settings.

internal import Normalization
internal import Worker

enum StandardCatalogue {
    static func compiled() throws(ConfigurationFaults) -> Catalogue {
        do throws(CatalogueError) {
            return try Catalogue.standard()
        } catch {
            throw ConfigurationFaults(error.description.split(separator: "\n").map(String.init))
        }
    }
}
