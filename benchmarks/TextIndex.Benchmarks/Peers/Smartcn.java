// SPDX-License-Identifier: MIT
// Known-item search with Lucene 8 and smartcn (Debian: liblucene8-java), for `-- --relevance`:
//   java -cp 'lucene-core-8.7.0.jar:lucene-analyzers-smartcn-8.7.0.jar:…' Smartcn.java bodies queries answers
// bodies: a document a line, key TAB text; queries: one a line; answers: the keys of the 100 best, one line a query.
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

public class Smartcn {
    public static void main(String[] arguments) throws Exception {
        Analyzer analyzer = new SmartChineseAnalyzer();
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer)); BufferedReader bodies = Files.newBufferedReader(Paths.get(arguments[0]))) {
            for (String line; (line = bodies.readLine()) != null;) {
                int tab = line.indexOf('\t');
                Document document = new Document();
                document.add(new StringField("key", line.substring(0, tab), Field.Store.YES));
                document.add(new TextField("body", line.substring(tab + 1), Field.Store.NO));
                writer.addDocument(document);
            }
        }
        List<String> answers = new ArrayList<>();
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            IndexSearcher searcher = new IndexSearcher(reader);     // BM25 is the default of Lucene 8
            QueryBuilder builder = new QueryBuilder(analyzer);
            for (String line : Files.readAllLines(Paths.get(arguments[1]))) {
                Query query = builder.createBooleanQuery("body", line);
                StringBuilder answer = new StringBuilder();
                if (query != null)
                    for (ScoreDoc hit : searcher.search(query, 100).scoreDocs) answer.append(answer.length() > 0 ? "\t" : "").append(searcher.doc(hit.doc).get("key"));
                answers.add(answer.toString());
            }
        }
        Files.write(Paths.get(arguments[2]), answers);
    }
}
