package org.beistand.client.ui.base;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.beistand.client.meeting.ClientPackage;

/** The blue bar on top: speech bubble, product line, and the organisation's logo at the right. */
public final class HeaderBar extends HBox { // 001-85 001-86
    public HeaderBar(ClientPackage pack) {
        super(12);
        setId("header");
        getStyleClass().add("header-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label line = new Label(pack.productLine());
        line.setId("productLine");
        line.getStyleClass().add("product-line");
        line.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(Icon.SPEECH.draw(28), line, Parts.spring(), logo(pack.organisation()));
    }

    private static Label logo(String organisation) {
        Label logo = new Label(organisation);
        logo.setId("logo");
        logo.getStyleClass().add("logo");
        logo.setWrapText(true);
        logo.setMaxWidth(240);
        return logo;
    }
}
