import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * A Neo4j that speaks Bolt, for tests: java -cp JARS Neo4jServer.java FOLDER PORT [PASSWORD]
 * With a password the user neo4j has it; without, nobody is asked for one. Prints "ready" when it takes connections. Ends in order when its
 * input ends, so also when whoever started it is gone.
 */
public class Neo4jServer {
  public static void main(String[] arguments) {
    try {
      serve(arguments);
    } catch (Exception error) {
      // The server's own threads would keep the process alive.
      error.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private static void serve(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    var address = new SocketAddress("127.0.0.1", Integer.parseInt(arguments[1]));
    var password = arguments.length > 2 ? arguments[2] : null;
    var isNew = !Files.exists(folder.resolve("data"));
    var dbms =
        new DatabaseManagementServiceBuilder(folder)
            .setConfig(BoltConnector.enabled, true)
            .setConfig(BoltConnector.listen_address, address)
            .setConfig(BoltConnector.advertised_address, address)
            .setConfig(GraphDatabaseSettings.auth_enabled, password != null)
            .setConfig(GraphDatabaseSettings.pagecache_memory, 64L * 1024 * 1024)
            .build();
    if (password != null && isNew) {
      var change = "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED";
      dbms.database("system").executeTransactionally(change, Map.of("password", password));
    }
    System.out.println("ready");
    System.in.transferTo(OutputStream.nullOutputStream());
    dbms.shutdown();
    Runtime.getRuntime().halt(0);
  }
}
