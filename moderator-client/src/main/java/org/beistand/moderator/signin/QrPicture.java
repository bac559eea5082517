package org.beistand.moderator.signin;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** A QR code, drawn of squares that stay sharp at every scale. Black on white in every theme, or a telephone cannot read it. */
final class QrPicture extends StackPane {
    /** Pixels of one square. */
    private static final int SIDE = 3;

    private static final int QUIET = 4;

    QrPicture(String content) {
        BitMatrix squares = encode(content);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) {
                if (squares.get(x, y)) {
                    path.append('M').append(x * SIDE).append(' ').append(y * SIDE);
                    path.append("h3v3h-3z");
                }
            }
        }
        SVGPath drawing = new SVGPath();
        drawing.setContent(path.toString());
        drawing.setStyle("-fx-fill: black;");
        double size = (squares.getWidth() + 2 * QUIET) * SIDE;
        setStyle("-fx-background-color: white;");
        setMinSize(size, size);
        setMaxSize(size, size);
        getChildren().add(drawing);
    }

    private static BitMatrix encode(String content) {
        try {
            return new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 0));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a picture", e);
        }
    }
}
